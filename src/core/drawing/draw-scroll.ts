import type { FlameBoxes } from '../layout/flame-boxes.ts';
import { scrollLimit } from '../layout/viewport.ts';
import type { FlameContext } from './draw-flame.ts';

/** Width of the mark, and its distance from the pane's edges, in px. */
const WIDTH = 3;
const INSET = 2;
const SHORTEST = 24;

/** Draws how far the graph is scrolled, if there is more of it than the pane shows. */
export function drawScroll(
  ctx: Pick<FlameContext, 'fillStyle' | 'fillRect'>,
  { pane, viewport, deepest }: FlameBoxes,
  color: string,
): void {
  const limit = Math.max(scrollLimit(pane, deepest), viewport.scroll);
  if (limit <= 0) return;
  const track = pane.viewHeight - 2 * INSET;
  const length = Math.max(SHORTEST, (track * pane.viewHeight) / (limit + pane.viewHeight));
  const along = ((track - length) * viewport.scroll) / limit;
  const top = pane.orientation === 'icicle' ? INSET + along : INSET + track - length - along;
  ctx.fillStyle = color;
  ctx.fillRect(pane.viewWidth - WIDTH - INSET, top, WIDTH, length);
}
