import { INKS, type Theme } from './colors.ts';

/** Distance of the lines from one another, in px. */
const PERIOD = 6;

/**
 * The ground of remainders: fine slanted lines. The pattern is drawn at the screen's own density, and
 * shrunk by a transform so that it is as fine on any screen.
 */
export function hatchPattern(theme: Theme, ratio: number): CanvasPattern | string {
  const inks = INKS[theme];
  const size = Math.max(1, Math.round(PERIOD * ratio));
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const ctx = tile.getContext('2d');
  const pattern = ctx && paintTile(ctx, size, inks.remainder, inks.hatch, ratio);
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern ?? inks.remainder;
}

function paintTile(
  ctx: CanvasRenderingContext2D,
  size: number,
  ground: string,
  line: string,
  ratio: number,
): CanvasPattern | null {
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, size, size);
  ctx.strokeStyle = line;
  ctx.lineWidth = ratio;
  ctx.beginPath();
  // Three lines, so that the corners of the tile meet without a seam.
  for (const shift of [-size, 0, size]) {
    ctx.moveTo(shift - 1, size + 1);
    ctx.lineTo(shift + size + 1, -1);
  }
  ctx.stroke();
  return ctx.createPattern(ctx.canvas, 'repeat');
}
