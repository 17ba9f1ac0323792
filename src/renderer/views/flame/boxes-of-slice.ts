import type { BoxPlace } from '../../../bridge/tree-api.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import { rowOfNode } from '../../../core/layout/neighbours.ts';
import type { FlameBox } from './flame-types.ts';

/**
 * A row of a slice as a box. With `mergedOnScreen`, the remainder that begins with that row: it stands
 * for so many boxes of the tree, of this row and the siblings after it.
 */
export function boxOfRow(slice: FlameSlice, row: number, mergedOnScreen = 0): FlameBox {
  const parent = slice.parent[row] ?? -1;
  let total = slice.total[row] ?? 0;
  let weight = slice.weight[row] ?? 0;
  let merged = slice.merged[row] ?? 0;
  const sides = slice.sides.map((side) => ({
    self: side.self[row] ?? 0,
    total: side.total[row] ?? 0,
    allTotal: side.total[0] ?? 0,
  }));
  if (mergedOnScreen > 0) {
    merged = Math.max(1, merged);
    let next = slice.subtreeEnd[row] ?? slice.length;
    while (merged < mergedOnScreen && next < slice.length && slice.parent[next] === parent) {
      total += slice.total[next] ?? 0;
      weight += slice.weight[next] ?? 0;
      merged += Math.max(1, slice.merged[next] ?? 0);
      for (const [at, side] of sides.entries()) side.total += slice.sides[at]?.total[next] ?? 0;
      next = slice.subtreeEnd[next] ?? slice.length;
    }
  }
  return {
    place: {
      node: slice.node[row] ?? 0,
      frame: merged > 0 ? -1 : (slice.frame[row] ?? -1),
      depth: slice.depth[row] ?? 0,
      x: slice.x[row] ?? 0,
      weight,
      sides: slice.sides.map((side) => ({ x: side.x[row] ?? 0, weight: side.weight[row] ?? 0 })),
    },
    total,
    self: merged > 0 ? 0 : (slice.self[row] ?? 0),
    allTotal: slice.total[0] ?? 0,
    parentTotal: slice.total[Math.max(0, parent)] ?? 0,
    merged,
    sides: merged > 0 ? sides.map((side) => ({ ...side, self: 0 })) : sides,
  };
}

/** The deepest row of boxes in a slice, or of those below one of its rows. */
export function deepestRow(slice: FlameSlice, below = 0): number {
  let deepest = 0;
  for (let row = below; row < (slice.subtreeEnd[below] ?? 0); row++) {
    deepest = Math.max(deepest, slice.depth[row] ?? 0);
  }
  return deepest;
}

/** The deepest row of what a box calls, as far as a slice tells. */
export function deepestBelow(slice: FlameSlice | null, { node }: BoxPlace): number {
  const row = slice === null ? -1 : rowOfNode(slice, node);
  return slice === null || row < 0 ? Infinity : deepestRow(slice, row);
}

/** The box at a place; a place that the slice does not show comes back with what is known of it. */
export function boxOfPlace(slice: FlameSlice, place: BoxPlace | null): FlameBox {
  if (place === null) return boxOfRow(slice, 0);
  const row = slice.node.indexOf(place.node);
  const box = boxOfRow(slice, Math.max(0, row));
  return row >= 0 ? box : { ...box, place, merged: place.frame < 0 ? 1 : 0 };
}

/** Frames from a node of a slice to the outermost caller. */
export function stackOf(slice: FlameSlice, node: number): number[] {
  const frames: number[] = [];
  for (let row = rowOfNode(slice, node); row > 0; row = slice.parent[row] ?? -1) {
    frames.push(slice.frame[row] ?? 0);
  }
  return frames;
}
