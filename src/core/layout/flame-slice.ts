import type { CallTree } from '../analysis/call-tree.ts';
import { subtreeEnds } from '../profile/stack-tree.ts';

/**
 * The part of a call tree that a window shows, as columns in depth-first order: parents before
 * children, siblings from left to right. Horizontal positions are in weight units, the root beginning
 * at 0. Runs of siblings too narrow to see stand as one remainder row.
 */
export interface FlameSlice {
  readonly length: number;
  /** Node of the call tree; for a remainder the first node that was merged into it. */
  readonly node: Int32Array;
  /** Row of the caller in this slice; -1 for the root. */
  readonly parent: Int32Array;
  /** First row after the descendants of this one. */
  readonly subtreeEnd: Int32Array;
  /** Row of the frame table; -1 for the root and for a remainder. */
  readonly frame: Int32Array;
  /** Number of callers; the root has 0. */
  readonly depth: Int32Array;
  /** Left edge in weight units. */
  readonly x: Float64Array;
  /** Width in weight units. */
  readonly weight: Float64Array;
  /**
   * Sum of the samples that pass through or end here, and of those that end here; where several sides
   * are drawn as one graph, of all of them in weight units.
   */
  readonly total: Float64Array;
  readonly self: Float64Array;
  /** How many sibling boxes a remainder row merges; 0 for a row that is a box of its own. */
  readonly merged: Int32Array;
  /** What the rows are on each side of a comparison, before and after; empty for one profile. */
  readonly sides: readonly SliceSide[];
}

/** Boxes on one side of a comparison: what it measured, and where they stand if it is drawn alone. */
export interface SliceSide {
  /** As measured. */
  readonly self: Float64Array;
  readonly total: Float64Array;
  /** Left edge and width, in the weight units that all sides share. */
  readonly x: Float64Array;
  readonly weight: Float64Array;
}

/** The part of a tree to show; in weight units. */
export interface SliceWindow {
  readonly x0: number;
  readonly x1: number;
  /** Boxes narrower than this are merged. */
  readonly minWeight: number;
}

/** A window that shows no box but the root. */
export const ROOT_ONLY: SliceWindow = { x0: 0, x1: 0, minWeight: Number.MAX_VALUE };

/** One side of a tree, or all of them drawn as one graph. */
export type DrawnSide = number | 'all';

/** Cuts the part of a call tree that overlaps a window, making the nodes that it needs. */
export function sliceCallTree(
  tree: CallTree,
  window: SliceWindow,
  drawn: DrawnSide = 'all',
): FlameSlice {
  const columns = drawn === 'all' ? tree.columns : [tree.columns[drawn]];
  const weightOf = (node: number) => sumAt(columns, 'weight', node);
  const rows: Box[] = [];
  const pending: Box[] = [
    { node: 0, last: 0, x: 0, weight: weightOf(0), parentRow: -1, merged: 0 },
  ];
  for (let box = pending.pop(); box !== undefined; box = pending.pop()) {
    const row = rows.push(box) - 1;
    if (box.merged > 0) continue;
    const children = seenChildren(tree, weightOf, box, row, window);
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]);
  }
  return sliceOfRows(tree, rows, drawn);
}

/** Sum over sides of a column at a node. */
function sumAt(
  columns: readonly CallTree['columns'][number][],
  name: 'weight' | 'x',
  node: number,
): number {
  let sum = 0;
  for (const column of columns) sum += column[name][node];
  return sum;
}

/** A row of the slice. */
interface Box {
  node: number;
  /** Of a remainder the last node that was merged; siblings are consecutive numbers. */
  last: number;
  x: number;
  weight: number;
  parentRow: number;
  merged: number;
}

/** The children of a box that a window shows, from left to right, narrow neighbours merged. */
function seenChildren(
  tree: CallTree,
  weightOf: (node: number) => number,
  { node, x: left }: Box,
  parentRow: number,
  window: SliceWindow,
): Box[] {
  const boxes: Box[] = [];
  const { first, count } = tree.childrenOf(node);
  let x = left;
  let remainder: Box | null = null;
  for (let child = first; child < first + count; child++) {
    const weight = weightOf(child);
    if (x >= window.x1) break;
    // It is on another side than the drawn one.
    if (weight === 0) continue;
    if (x + weight > window.x0) {
      if (weight >= window.minWeight) {
        boxes.push({ node: child, last: child, x, weight, parentRow, merged: 0 });
        remainder = null;
      } else if (remainder === null) {
        remainder = { node: child, last: child, x, weight, parentRow, merged: 1 };
        boxes.push(remainder);
      } else {
        remainder.last = child;
        remainder.weight += weight;
        remainder.merged++;
      }
    }
    x += weight;
  }
  return boxes;
}

function sliceOfRows(tree: CallTree, rows: readonly Box[], drawn: DrawnSide): FlameSlice {
  const { length } = rows;
  const node = Int32Array.from(rows, (row) => row.node);
  const parent = Int32Array.from(rows, ({ parentRow }) => parentRow);
  const merged = Int32Array.from(rows, (row) => row.merged);
  const isMerged = (row: number) => merged[row] > 0;
  const sides = tree.columns.map(({ self, total, weight, x }) => ({
    self: Float64Array.from(node, (at, row) => (isMerged(row) ? 0 : self[at])),
    total: Float64Array.from(rows, (row) => sumRun(total, row)),
    weight: Float64Array.from(rows, (row) => sumRun(weight, row)),
    x: Float64Array.from(node, (at) => x[at]),
  }));
  return {
    length,
    node,
    parent,
    subtreeEnd: subtreeEnds(parent),
    frame: Int32Array.from(node, (at, row) => (isMerged(row) ? -1 : tree.frame[at])),
    depth: Int32Array.from(node, (at) => tree.depth[at]),
    x: Float64Array.from(rows, (row) => row.x),
    weight: Float64Array.from(rows, (row) => row.weight),
    merged,
    ...valuesOf(tree, sides, drawn),
    sides: sides.length > 1 ? sides : [],
  };
}

/** What the drawn sides measured, as one. */
function valuesOf(
  tree: CallTree,
  sides: readonly SliceSide[],
  drawn: DrawnSide,
): { self: Float64Array; total: Float64Array } {
  const one = sides.length === 1 ? sides[0] : drawn === 'all' ? undefined : sides[drawn];
  if (one !== undefined) return { self: one.self, total: one.total };
  const added = (name: 'self' | 'total') =>
    sides[0][name].map((_, row) =>
      sides.reduce((sum, side, at) => sum + side[name][row] * tree.scales[at], 0),
    );
  return { self: added('self'), total: added('total') };
}

/** Sum of a column over what a row stands for. */
function sumRun(column: Float64Array, { node, last }: Box): number {
  let sum = 0;
  for (let at = node; at <= last; at++) sum += column[at];
  return sum;
}
