import type { FlameBoxes } from '../layout/flame-boxes.ts';
import type { FlameSlice } from '../layout/flame-slice.ts';
import { viewYOf } from '../layout/viewport.ts';
import { boxEdges, snapped } from './box-edges.ts';
import type { Paint, Surface } from './surface.ts';

/** How boxes are marked that one side of a comparison does not have. */
export interface OneSidedLook {
  /** What a row of the slice is. */
  of(row: number): OneSided | null;
  /** Lines over what is before only. */
  readonly hatch: Paint;
  /** Colour of the bar on what is after only. */
  readonly bar: string;
}

export type OneSided = 'removed' | 'added';

/** Which side does not have a row of a slice; null where both do. */
export function oneSidedRow(slice: FlameSlice, row: number): OneSided | null {
  const [before, after] = slice.sides;
  if (before === undefined || after === undefined) return null;
  const isBefore = before.weight[row] !== 0;
  const isAfter = after.weight[row] !== 0;
  if (isBefore === isAfter) return null;
  return isBefore ? 'removed' : 'added';
}

/** Height of the bar in px. */
const BAR = 3;

/** Marks the boxes that one side does not have: not by colour alone. */
export function drawOneSided(
  ctx: Pick<Surface, 'fillStyle' | 'fillRect'>,
  boxes: FlameBoxes,
  look: OneSidedLook,
  ratio: number,
): void {
  const { pane, viewport } = boxes;
  for (const kind of ['removed', 'added'] as const) {
    ctx.fillStyle = kind === 'removed' ? look.hatch : look.bar;
    const height = kind === 'removed' ? pane.rowHeight - 1 : BAR;
    for (let box = 0; box < boxes.length; box++) {
      if ((boxes.merged[box] ?? 0) > 0 || look.of(boxes.row[box] ?? 0) !== kind) continue;
      const { left, width } = boxEdges(boxes, box, ratio);
      const top = snapped(viewYOf(viewport, pane, boxes.depth[box] ?? 0), ratio);
      ctx.fillRect(left, top, width, height);
    }
  }
}
