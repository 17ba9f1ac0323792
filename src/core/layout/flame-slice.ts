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
  readonly total: Float64Array;
  readonly self: Float64Array;
  /** How many sibling boxes a remainder row merges; 0 for a row that is a box of its own. */
  readonly merged: Int32Array;
}

/** The part of a tree to show; in weight units. */
export interface SliceWindow {
  readonly x0: number;
  readonly x1: number;
  /** Boxes narrower than this are merged. */
  readonly minWeight: number;
}

/** Cuts the part of a call tree that overlaps a window, making the nodes that it needs. */
export function sliceCallTree(tree: CallTree, window: SliceWindow): FlameSlice {
  const rows = new SliceWriter(tree);
  const pending: Box[] = [{ node: 0, x: 0, weight: tree.weight[0], parentRow: -1, merged: 0 }];
  for (let box = pending.pop(); box !== undefined; box = pending.pop()) {
    const row = rows.push(box);
    if (box.merged > 0) continue;
    const children = seenChildren(tree, box.node, box.x, row, window);
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]);
  }
  return rows.finish();
}

/** A row of the slice before it is written. */
interface Box {
  node: number;
  x: number;
  weight: number;
  parentRow: number;
  merged: number;
}

/** The children of a node that a window shows, from left to right, narrow neighbours merged. */
function seenChildren(
  tree: CallTree,
  node: number,
  left: number,
  parentRow: number,
  window: SliceWindow,
): Box[] {
  const boxes: Box[] = [];
  const { first, count } = tree.childrenOf(node);
  let x = left;
  let remainder: Box | null = null;
  for (let child = first; child < first + count; child++) {
    const weight = tree.weight[child];
    if (x >= window.x1) break;
    if (x + weight > window.x0) {
      if (weight >= window.minWeight) {
        boxes.push({ node: child, x, weight, parentRow, merged: 0 });
        remainder = null;
      } else if (remainder === null) {
        remainder = { node: child, x, weight, parentRow, merged: 1 };
        boxes.push(remainder);
      } else {
        remainder.weight += weight;
        remainder.merged++;
      }
    }
    x += weight;
  }
  return boxes;
}

/** The slice while it grows. */
class SliceWriter {
  private readonly tree: CallTree;
  private readonly node: number[] = [];
  private readonly parent: number[] = [];
  private readonly x: number[] = [];
  private readonly weight: number[] = [];
  private readonly merged: number[] = [];

  constructor(tree: CallTree) {
    this.tree = tree;
  }

  push(box: Box): number {
    this.node.push(box.node);
    this.parent.push(box.parentRow);
    this.x.push(box.x);
    this.weight.push(box.weight);
    this.merged.push(box.merged);
    return this.node.length - 1;
  }

  finish(): FlameSlice {
    const { tree, merged } = this;
    const { length } = this.node;
    const node = Int32Array.from(this.node);
    const parent = Int32Array.from(this.parent);
    const slice = {
      length,
      node,
      parent,
      subtreeEnd: subtreeEnds(parent),
      frame: new Int32Array(length),
      depth: new Int32Array(length),
      x: Float64Array.from(this.x),
      weight: Float64Array.from(this.weight),
      total: new Float64Array(length),
      self: new Float64Array(length),
      merged: Int32Array.from(merged),
    };
    for (let row = 0; row < length; row++) {
      const at = node[row];
      slice.depth[row] = tree.depth[at];
      slice.frame[row] = merged[row] > 0 ? -1 : tree.frame[at];
      slice.self[row] = merged[row] > 0 ? 0 : tree.self[at];
      // Siblings are consecutive nodes, so those that were merged are too.
      for (let i = at; i < at + Math.max(1, merged[row]); i++) slice.total[row] += tree.total[i];
    }
    return slice;
  }
}
