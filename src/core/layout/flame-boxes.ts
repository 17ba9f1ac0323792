import type { FlameSlice } from './flame-slice.ts';
import { type Pane, type Viewport, viewYOf, weightPerPixel } from './viewport.ts';

/** A box narrower than this cannot be seen: it is merged with its neighbours. */
export const NARROWEST_BOX_PX = 0.5;

/**
 * The boxes of a slice that stand in a pane, as columns in the slice's order. The columns are longer
 * than `length` and are filled anew for each frame.
 */
export interface FlameBoxes {
  length: number;
  /** Row of the slice; for a remainder the first row that was merged into it. */
  row: Int32Array;
  /** Left edge and width in px, exact: a part may lie outside the pane. */
  viewX: Float64Array;
  viewWidth: Float64Array;
  depth: Int32Array;
  /** How many boxes of the tree a remainder stands for; 0 for a box of its own. */
  merged: Int32Array;
  /** The deepest row between the pane's left and right edge, whether it is scrolled into view or not. */
  deepest: number;
  /** Where and how it was laid out. */
  viewport: Viewport;
  pane: Pane;
}

/** Columns to lay boxes out into. */
export function emptyBoxes(): FlameBoxes {
  return {
    length: 0,
    row: new Int32Array(INITIAL_BOXES),
    viewX: new Float64Array(INITIAL_BOXES),
    viewWidth: new Float64Array(INITIAL_BOXES),
    depth: new Int32Array(INITIAL_BOXES),
    merged: new Int32Array(INITIAL_BOXES),
    deepest: 0,
    viewport: { weightX0: 0, weightX1: 0, scroll: 0 },
    pane: { viewWidth: 0, viewHeight: 0, rowHeight: 1, orientation: 'icicle' },
  };
}

const INITIAL_BOXES = 4096;

/**
 * Lays out what a viewport shows of a slice. Siblings narrower than half a px, and remainders of the
 * slice beside them, become one remainder; what they call is inside it. Nothing is left out: even a
 * lone box too narrow to see comes back, as a remainder of one.
 */
export function layoutBoxes(
  slice: FlameSlice,
  viewport: Viewport,
  pane: Pane,
  boxes: FlameBoxes,
): void {
  boxes.length = 0;
  boxes.deepest = 0;
  boxes.viewport = viewport;
  boxes.pane = pane;
  const pxPerWeight = 1 / weightPerPixel(viewport, pane);
  const { weightX0, weightX1 } = viewport;
  const { parent, subtreeEnd, depth, x, weight, merged, length } = slice;
  if (!(pxPerWeight > 0 && pxPerWeight < Infinity)) return;
  // The remainder that the next narrow sibling joins: its parent, and its box if it is in view.
  let openParent = -2;
  let openBox = -1;
  for (let row = 0; row < length; ) {
    const left = x[row];
    const width = weight[row];
    if (left + width <= weightX0 || left >= weightX1 || width <= 0) {
      row = subtreeEnd[row];
      continue;
    }
    if (depth[row] > boxes.deepest) boxes.deepest = depth[row];
    const viewWidth = width * pxPerWeight;
    if (merged[row] === 0 && (viewWidth >= NARROWEST_BOX_PX || row === 0)) {
      openParent = -2;
      pushBox(boxes, row, (left - weightX0) * pxPerWeight, viewWidth, depth[row], 0);
      row++;
      continue;
    }
    const count = Math.max(1, merged[row]);
    if (parent[row] !== openParent) {
      openParent = parent[row];
      openBox = pushBox(boxes, row, (left - weightX0) * pxPerWeight, viewWidth, depth[row], count);
    } else if (openBox >= 0) {
      boxes.viewWidth[openBox] += viewWidth;
      boxes.merged[openBox] += count;
    }
    row = subtreeEnd[row];
  }
}

/** Adds a box if its row is in view; -1 if it is not. */
function pushBox(
  boxes: FlameBoxes,
  row: number,
  viewX: number,
  viewWidth: number,
  depth: number,
  merged: number,
): number {
  const top = viewYOf(boxes.viewport, boxes.pane, depth);
  if (top >= boxes.pane.viewHeight || top + boxes.pane.rowHeight <= 0) return -1;
  const box = boxes.length++;
  if (box === boxes.row.length) makeRoom(boxes);
  boxes.row[box] = row;
  boxes.viewX[box] = viewX;
  boxes.viewWidth[box] = viewWidth;
  boxes.depth[box] = depth;
  boxes.merged[box] = merged;
  return box;
}

function makeRoom(boxes: FlameBoxes): void {
  const size = boxes.row.length * 2;
  const integers = (column: Int32Array) => {
    const larger = new Int32Array(size);
    larger.set(column);
    return larger;
  };
  const lengths = (column: Float64Array) => {
    const larger = new Float64Array(size);
    larger.set(column);
    return larger;
  };
  boxes.row = integers(boxes.row);
  boxes.depth = integers(boxes.depth);
  boxes.merged = integers(boxes.merged);
  boxes.viewX = lengths(boxes.viewX);
  boxes.viewWidth = lengths(boxes.viewWidth);
}
