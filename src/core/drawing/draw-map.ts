import type { FlameBoxes } from '../layout/flame-boxes.ts';
import { viewYOf } from '../layout/viewport.ts';
import { type BoxLook, boxesByStyle, type FlameContext } from './draw-flame.ts';

/** Draws the whole graph in little: boxes without gaps and without labels. */
export function drawMap(
  ctx: Pick<FlameContext, 'setTransform' | 'clearRect' | 'fillRect' | 'fillStyle'>,
  boxes: FlameBoxes,
  look: BoxLook,
  ratio: number,
): void {
  const { pane, viewport } = boxes;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, pane.viewWidth, pane.viewHeight);
  for (const [style, members] of boxesByStyle(boxes, look)) {
    ctx.fillStyle = style;
    for (const box of members) {
      const top = viewYOf(viewport, pane, boxes.depth[box] ?? 0);
      ctx.fillRect(boxes.viewX[box] ?? 0, top, boxes.viewWidth[box] ?? 0, pane.rowHeight);
    }
  }
}
