import type { StackTable } from './profile.ts';
import { type StackTree, subtreeEnds } from './stack-tree.ts';

/**
 * The tree without the rows that no stack ends in or passes through; `stackOf` has the row of each stack,
 * -1 for an empty one. Rows stay in their order, which stays depth-first.
 */
export function usedStacks(stacks: StackTable, stackOf: Int32Array): StackTree {
  const isUsed = new Uint8Array(stacks.length);
  for (const row of stackOf) if (row >= 0) isUsed[row] = 1;
  let count = 0;
  for (let row = stacks.length - 1; row >= 0; row--) {
    if (isUsed[row] === 0) continue;
    count++;
    if (stacks.parent[row] >= 0) isUsed[stacks.parent[row]] = 1;
  }
  const newRow = new Int32Array(stacks.length).fill(-1);
  const parent = new Int32Array(count);
  const location = new Int32Array(count);
  let next = 0;
  for (let row = 0; row < stacks.length; row++) {
    if (isUsed[row] === 0) continue;
    parent[next] = stacks.parent[row] < 0 ? -1 : newRow[stacks.parent[row]];
    location[next] = stacks.location[row];
    newRow[row] = next++;
  }
  return {
    stacks: { length: count, parent, location, subtreeEnd: subtreeEnds(parent) },
    stackOf: stackOf.map((row) => (row < 0 ? row : newRow[row])),
  };
}
