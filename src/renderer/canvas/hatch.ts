import { INKS, type Theme } from '../../core/drawing/colors.ts';
import { type Hatch, REMAINDER_HATCH, REMOVED_HATCH } from '../../core/drawing/hatch.ts';

/**
 * The ground of remainders. The pattern is drawn at the screen's own density, and shrunk by a transform so
 * that it is as fine on any screen.
 */
export function hatchPattern(theme: Theme, ratio: number): CanvasPattern | string {
  const { remainder, hatch } = INKS[theme];
  return slantedLines(remainder, hatch, REMAINDER_HATCH, ratio);
}

/** The lines across boxes that are before only. */
export function removedPattern(theme: Theme, ratio: number): CanvasPattern | string {
  return slantedLines('transparent', INKS[theme].removed, REMOVED_HATCH, ratio);
}

function slantedLines(
  ground: string,
  line: string,
  { period, lineWidth }: Hatch,
  ratio: number,
): CanvasPattern | string {
  const size = Math.max(1, Math.round(period * ratio));
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const ctx = tile.getContext('2d');
  const pattern = ctx && paintTile(ctx, size, ground, line, lineWidth * ratio);
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern ?? ground;
}

function paintTile(
  ctx: CanvasRenderingContext2D,
  size: number,
  ground: string,
  line: string,
  lineWidth: number,
): CanvasPattern | null {
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, size, size);
  ctx.strokeStyle = line;
  ctx.lineWidth = lineWidth;
  ctx.beginPath();
  // Three lines, so that the corners of the tile meet without a seam.
  for (const shift of [-size, 0, size]) {
    ctx.moveTo(shift - 1, size + 1);
    ctx.lineTo(shift + size + 1, -1);
  }
  ctx.stroke();
  return ctx.createPattern(ctx.canvas, 'repeat');
}
