import type { FlameSlice } from './flame-slice.ts';
import type { Viewport } from './viewport.ts';

/** Where one can walk from a box: towards the root, away from it, or along its row. */
export type Step = 'parent' | 'child' | 'previous' | 'next';

/**
 * The row of a slice that lies one step from another; the same row where there is none. A child is
 * the widest one; along a row one leaves the siblings for the next box of the same depth.
 */
export function neighbour(slice: FlameSlice, row: number, step: Step): number {
  switch (step) {
    case 'parent':
      return Math.max(0, slice.parent[row]);
    case 'child':
      return widestChild(slice, row);
    case 'previous':
      return alongRow(slice, row, -1);
    case 'next':
      return alongRow(slice, row, 1);
  }
}

function widestChild(slice: FlameSlice, row: number): number {
  let widest = row;
  for (let child = row + 1; child < slice.subtreeEnd[row]; child = slice.subtreeEnd[child]) {
    if (widest === row || slice.weight[child] > slice.weight[widest]) widest = child;
  }
  return widest;
}

function alongRow(slice: FlameSlice, row: number, direction: 1 | -1): number {
  const { depth, length } = slice;
  for (let other = row + direction; other >= 0 && other < length; other += direction) {
    if (depth[other] === depth[row]) return other;
  }
  return row;
}

/** The row that shows a node; -1 when the slice has none, be it outside or merged. */
export function rowOfNode(slice: FlameSlice, node: number): number {
  const row = slice.node.indexOf(node);
  return row >= 0 && slice.merged[row] === 0 ? row : -1;
}

/**
 * The frames from the outermost caller to the box that a viewport shows: the outermost one that fills
 * it, or else the innermost one that reaches over all of it. Empty for the whole graph.
 */
export function shownPath(slice: FlameSlice, viewport: Viewport): Int32Array {
  const { weightX0, weightX1 } = viewport;
  const slack = (weightX1 - weightX0) * 1e-9;
  let row = 0;
  while (slice.weight[row] > weightX1 - weightX0 + slack) {
    const inner = childOver(slice, row, weightX0 + slack, weightX1 - slack);
    if (inner < 0) break;
    row = inner;
  }
  const path = new Int32Array(slice.depth[row]);
  for (let at = row; at > 0; at = slice.parent[at]) path[slice.depth[at] - 1] = slice.frame[at];
  return path;
}

/** The child of a row that reaches over a stretch of the graph and is a box of its own; -1 for none. */
function childOver(slice: FlameSlice, row: number, x0: number, x1: number): number {
  const { subtreeEnd, x, weight, merged } = slice;
  for (let child = row + 1; child < subtreeEnd[row]; child = subtreeEnd[child]) {
    if (merged[child] === 0 && x[child] <= x0 && x[child] + weight[child] >= x1) return child;
  }
  return -1;
}
