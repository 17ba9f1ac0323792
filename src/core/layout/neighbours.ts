import type { FlameSlice } from './flame-slice.ts';

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
