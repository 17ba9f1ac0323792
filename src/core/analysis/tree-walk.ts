import type { CallTree } from './call-tree.ts';

/** Consecutive nodes of a walk, as columns. */
export interface TreeRun {
  readonly frame: Int32Array;
  /** Number of callers; the root has 0. */
  readonly depth: Int32Array;
  /** For each side what ends in the node, as measured. */
  readonly self: readonly Float64Array[];
}

/**
 * Walks a call tree whole, callers before what they call and siblings in drawing order, in memory that
 * goes by the path and not by the tree: what was passed is forgotten. The tree is the walk's own and is
 * spent by it.
 */
export class TreeWalk {
  private readonly tree: CallTree;
  /** The node to be told next; -1 at the end. */
  private node = 0;

  constructor(tree: CallTree) {
    this.tree = tree;
  }

  get isAtEnd(): boolean {
    return this.node < 0;
  }

  /** The next nodes, at most so many. */
  next(limit: number): TreeRun {
    const { tree } = this;
    const frame = new Int32Array(limit);
    const depth = new Int32Array(limit);
    const self = tree.columns.map(() => new Float64Array(limit));
    let count = 0;
    for (; count < limit && this.node >= 0; count++) {
      frame[count] = tree.frame[this.node];
      depth[count] = tree.depth[this.node];
      for (let side = 0; side < self.length; side++) {
        self[side][count] = tree.columns[side].self[this.node];
      }
      this.node = this.after(this.node);
    }
    return {
      frame: frame.slice(0, count),
      depth: depth.slice(0, count),
      self: self.map((column) => column.slice(0, count)),
    };
  }

  /** The node that comes after one, all of whose callers have their children. */
  private after(node: number): number {
    const { tree } = this;
    const { first, count } = tree.childrenOf(node);
    if (count > 0) return first;
    for (let at = node; at > 0; ) {
      const parent = tree.parent[at];
      const siblings = tree.childrenOf(parent);
      // What lies below a sibling is forgotten before the next one grows.
      tree.forgetChildren(at);
      if (at + 1 < siblings.first + siblings.count) return at + 1;
      at = parent;
    }
    return -1;
  }
}
