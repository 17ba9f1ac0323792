import type { StackTable } from './profile.ts';

/** A prefix tree, and for each stack that was folded into it its row there (-1 for an empty stack). */
export interface StackTree {
  readonly stacks: StackTable;
  readonly stackOf: Int32Array;
}

/** For each row of a tree in depth-first order, the first row after its descendants. */
export function subtreeEnds(parent: Int32Array): Int32Array<ArrayBuffer> {
  const subtreeEnd = new Int32Array(parent.length);
  for (let row = parent.length - 1; row >= 0; row--) {
    if (subtreeEnd[row] === 0) subtreeEnd[row] = row + 1;
    const above = parent[row];
    // Going backwards the last child is met first, and its end is the parent's end.
    if (above >= 0 && subtreeEnd[above] === 0) subtreeEnd[above] = subtreeEnd[row];
  }
  return subtreeEnd;
}
