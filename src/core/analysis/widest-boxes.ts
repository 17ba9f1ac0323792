import type { CallTree } from './call-tree.ts';

/** Boxes of marked frames. */
export interface WidestBoxes {
  /** Nodes, widest first. */
  readonly nodes: readonly number[];
  /** Whether that are all; otherwise those that are missing are no wider. */
  readonly areAll: boolean;
}

/**
 * Finds the boxes of marked frames, widest first, be they within others of them or not, and makes only
 * the nodes on the way to them and what those call. `marked` has a 1 for each marked frame; `matched` is `weighMatches` of
 * the same marks. Gives at most `limit` nodes, and ends early after looking into `effort` nodes.
 *
 * What lies under marks within a box is a bound for the boxes in it; by looking into the box with the
 * largest bound first, no wider box can turn up later.
 */
export function widestBoxes(
  tree: CallTree,
  marked: Uint8Array,
  matched: readonly Float64Array[],
  limit: number,
  effort = Number.POSITIVE_INFINITY,
): WidestBoxes {
  const nodes: number[] = [];
  const open = new Heap();
  open.push(0, Number.POSITIVE_INFINITY);
  for (let looked = 0; nodes.length < limit && looked < effort; looked++) {
    const node = open.pop();
    if (node < 0) return { nodes, areAll: true };
    if (node > 0 && marked[tree.frame[node]] !== 0) nodes.push(node);
    const { first, count } = tree.childrenOf(node);
    for (let child = first; child < first + count; child++) {
      const isFound = marked[tree.frame[child]] !== 0;
      const bound = isFound ? tree.weightOf(child) : tree.sumMembers(child, matched);
      if (bound > 0) open.push(child, bound);
    }
  }
  return { nodes, areAll: open.isEmpty };
}

/** Nodes by bound: a binary heap, the largest on top; of equal bounds the older node. */
class Heap {
  private readonly nodes: number[] = [];
  private readonly bounds: number[] = [];

  get isEmpty(): boolean {
    return this.nodes.length === 0;
  }

  push(node: number, bound: number): void {
    let at = this.nodes.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(bound, node, this.bounds[above], this.nodes[above])) break;
      this.move(above, at);
      at = above;
    }
    this.nodes[at] = node;
    this.bounds[at] = bound;
  }

  /** The node with the largest bound; -1 when there is none. */
  pop(): number {
    const top = this.nodes[0];
    const node = this.nodes.pop();
    const bound = this.bounds.pop();
    if (node === undefined || bound === undefined) return -1;
    const { length } = this.nodes;
    if (length === 0) return node;
    let at = 0;
    for (let below = 1; below < length; below = at * 2 + 1) {
      const right = below + 1;
      const isRight =
        right < length &&
        isBefore(this.bounds[right], this.nodes[right], this.bounds[below], this.nodes[below]);
      const next = isRight ? right : below;
      if (!isBefore(this.bounds[next], this.nodes[next], bound, node)) break;
      this.move(next, at);
      at = next;
    }
    this.nodes[at] = node;
    this.bounds[at] = bound;
    return top;
  }

  private move(from: number, to: number): void {
    this.nodes[to] = this.nodes[from];
    this.bounds[to] = this.bounds[from];
  }
}

function isBefore(bound: number, node: number, otherBound: number, otherNode: number): boolean {
  return bound > otherBound || (bound === otherBound && node < otherNode);
}
