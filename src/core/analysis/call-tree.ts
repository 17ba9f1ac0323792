import { NotedChildren } from './noted-children.ts';
import type { TreeSide } from './tree-side.ts';

/** Order of siblings: heaviest first, or by name. */
export type SiblingOrder = 'weight' | 'name';

/** What the nodes of a tree weigh on one side; columns by node. */
interface SideColumns {
  /** Sum of the samples that end here. */
  self: Float64Array<ArrayBuffer>;
  /** Sum of the samples that pass through or end here. */
  total: Float64Array<ArrayBuffer>;
  /** Sum of the magnitudes of the samples that pass through or end here, scaled: the width of the box. */
  weight: Float64Array<ArrayBuffer>;
  /** Left edge of the box where this side alone is drawn: children stand from their caller's left edge on. */
  x: Float64Array<ArrayBuffer>;
}

/**
 * Stacks merged by frame into one tree, grown where it is looked at: those of one profile, or those
 * before and after that are compared.
 *
 * A node is a group of stacks that are the same at this granularity. Its children are the stacks below
 * them, parted by frame, and are made when they are first asked for: a million samples make millions of
 * nodes, of which a screen shows some thousands (docs/decisions/0003-lazy-call-tree.md). Node 0 is the
 * root, which stands for all samples and has no frame. A node's number never changes; children are
 * consecutive numbers in drawing order, which is one order for all sides. Nodes in which nothing was
 * measured on any side are left out.
 *
 * Widths of sides add up: with all sides drawn as one graph, a box stands at the sum of its edges and
 * is as wide as the sum of its widths.
 */
export class CallTree {
  /** Number of nodes so far. */
  length = 0;
  /** Node of the caller; -1 for the root. */
  parent = new Int32Array(INITIAL_NODES);
  /** Row of the frame table; -1 for the root. */
  frame = new Int32Array(INITIAL_NODES);
  /** Number of callers; the root has 0. */
  depth = new Int32Array(INITIAL_NODES);
  /** What the nodes weigh, in the order of the sides. */
  readonly columns: readonly SideColumns[];

  /** First child and number of children; -1 while they are not made. */
  private firstChild = new Int32Array(INITIAL_NODES);
  private childCount = new Int32Array(INITIAL_NODES);
  /** The node's members are the rows [memberStart, memberEnd) of the three columns below. */
  private memberStart = new Int32Array(INITIAL_NODES);
  private memberEnd = new Int32Array(INITIAL_NODES);
  private memberCount = 0;
  /** A side, a stack of it, and how many frames of its location this node and its callers are. */
  private memberSide = new Uint8Array(INITIAL_NODES);
  private memberStack = new Int32Array(INITIAL_NODES);
  private memberFrames = new Int32Array(INITIAL_NODES);

  private readonly sides: readonly TreeSide[];
  private readonly nameRank: Int32Array | null;
  private readonly noted: NotedChildren;

  /** `names` are those of the shared frame table, for siblings in the order of their names; null for heaviest first. */
  constructor(sides: readonly TreeSide[], names: readonly string[] | null) {
    this.sides = sides;
    this.columns = sides.map(() => newColumns(INITIAL_NODES));
    this.nameRank = names === null ? null : nameRanks(names);
    this.noted = new NotedChildren(sides);
    const root = this.addNode(-1, -1, 0, 0);
    sides.forEach(({ stacks, weights, scale }, side) => {
      const { self, total, weight } = this.columns[side];
      total[root] = weights.allTotal;
      weight[root] = weights.allWeight * scale;
      let inStacks = 0;
      for (let row = 0; row < stacks.length; row = stacks.subtreeEnd[row]) {
        inStacks += weights.total[row];
        this.noted.add(side, row, 0);
      }
      self[root] = weights.allTotal - inStacks;
    });
    this.makeChildren(root);
  }

  /** What one unit of a side's values takes in width, in the order of the sides. */
  get scales(): readonly number[] {
    return this.sides.map(({ scale }) => scale);
  }

  /** Width of a node's box where all sides are drawn as one graph. */
  weightOf(node: number): number {
    let sum = 0;
    for (const { weight } of this.columns) sum += weight[node];
    return sum;
  }

  /** The children of a node are the nodes [first, first + count), in drawing order. */
  childrenOf(node: number): { first: number; count: number } {
    if (this.firstChild[node] < 0) this.grow(node);
    return { first: this.firstChild[node], count: this.childCount[node] };
  }

  /** The frames from the outermost caller to the node. */
  pathTo(node: number): Int32Array {
    const path = new Int32Array(this.depth[node]);
    for (let at = node; at > 0; at = this.parent[at]) path[this.depth[at] - 1] = this.frame[at];
    return path;
  }

  /** The child of a node with that frame; -1 when there is none. */
  childWithFrame(node: number, frame: number): number {
    const { first, count } = this.childrenOf(node);
    for (let child = first; child < first + count; child++) {
      if (this.frame[child] === frame) return child;
    }
    return -1;
  }

  /** Whether a node has children; does not make them. */
  hasChildren(node: number): boolean {
    if (this.firstChild[node] >= 0) return this.childCount[node] > 0;
    for (let member = this.memberStart[node]; member < this.memberEnd[node]; member++) {
      const { stacks, index, weights } = this.sides[this.memberSide[member]];
      const stack = this.memberStack[member];
      const location = stacks.location[stack];
      const frames = index.frameStart[location + 1] - index.frameStart[location];
      if (this.memberFrames[member] < frames) return true;
      const end = stacks.subtreeEnd[stack];
      for (let child = stack + 1; child < end; child = stacks.subtreeEnd[child]) {
        if (weights.weight[child] !== 0) return true;
      }
    }
    return false;
  }

  /**
   * Sum over the stacks of a node, which is not the root, in units of width: `columns` has for each
   * side a column by row of its `stacks`.
   */
  sumMembers(node: number, columns: readonly Float64Array[]): number {
    let sum = 0;
    for (let member = this.memberStart[node]; member < this.memberEnd[node]; member++) {
      const side = this.memberSide[member];
      sum += columns[side][this.memberStack[member]] * this.sides[side].scale;
    }
    return sum;
  }

  /**
   * Forgets the children of a node, and with them all nodes that were made since: for walks that come by
   * once. Their numbers are given to others.
   */
  forgetChildren(node: number): void {
    const first = this.firstChild[node];
    if (first < 0) return;
    if (this.childCount[node] > 0) this.memberCount = this.memberStart[first];
    this.length = first;
    this.firstChild[node] = -1;
  }

  private grow(node: number): void {
    for (let member = this.memberStart[node]; member < this.memberEnd[node]; member++) {
      const side = this.memberSide[member];
      const { stacks, index } = this.sides[side];
      const stack = this.memberStack[member];
      const used = this.memberFrames[member];
      const location = stacks.location[stack];
      if (index.frameStart[location] + used < index.frameStart[location + 1]) {
        this.noted.add(side, stack, used);
        continue;
      }
      const end = stacks.subtreeEnd[stack];
      for (let child = stack + 1; child < end; child = stacks.subtreeEnd[child]) {
        this.noted.add(side, child, 0);
      }
    }
    this.makeChildren(node);
  }

  /** Makes a node of each part of the noted stacks, and those stacks its members. */
  private makeChildren(node: number): void {
    const { noted, nameRank, columns } = this;
    const { parts } = noted;
    const count = noted.stack.length;
    this.firstChild[node] = this.length;
    this.childCount[node] = parts.length;
    while (this.memberCount + count > this.memberStack.length) this.makeMemberRoom();
    const ordered = parts.slice().sort((a, b) => {
      if (nameRank !== null) return nameRank[a.frame] - nameRank[b.frame];
      return b.weight - a.weight || a.frame - b.frame;
    });
    const lefts = columns.map(({ x }) => x[node]);
    for (const part of ordered) {
      const child = this.addNode(node, part.frame, this.memberCount, this.depth[node] + 1);
      columns.forEach((column, side) => {
        const sums = part.sums[side];
        const width = sums.weight * this.sides[side].scale;
        column.self[child] = sums.self;
        column.total[child] = sums.total;
        column.weight[child] = width;
        column.x[child] = lefts[side];
        lefts[side] += width;
      });
      part.child = child;
      this.memberCount += part.size;
    }
    for (let i = 0; i < count; i++) {
      const { child } = parts[noted.part[i]];
      const to = this.memberEnd[child]++;
      this.memberSide[to] = noted.side[i];
      this.memberStack[to] = noted.stack[i];
      this.memberFrames[to] = noted.framesUsed[i];
    }
    noted.clear();
  }

  private addNode(parent: number, frame: number, memberStart: number, depth: number): number {
    const node = this.length++;
    if (node === this.parent.length) this.makeRoom();
    this.parent[node] = parent;
    this.frame[node] = frame;
    this.depth[node] = depth;
    this.firstChild[node] = -1;
    this.memberStart[node] = memberStart;
    this.memberEnd[node] = memberStart;
    return node;
  }

  private makeRoom(): void {
    this.parent = doubled(this.parent);
    this.frame = doubled(this.frame);
    this.depth = doubled(this.depth);
    this.firstChild = doubled(this.firstChild);
    this.childCount = doubled(this.childCount);
    this.memberStart = doubled(this.memberStart);
    this.memberEnd = doubled(this.memberEnd);
    for (const column of this.columns) {
      column.self = doubledValues(column.self);
      column.total = doubledValues(column.total);
      column.weight = doubledValues(column.weight);
      column.x = doubledValues(column.x);
    }
  }

  private makeMemberRoom(): void {
    const sides = new Uint8Array(this.memberSide.length * 2);
    sides.set(this.memberSide);
    this.memberSide = sides;
    this.memberStack = doubled(this.memberStack);
    this.memberFrames = doubled(this.memberFrames);
  }
}

const INITIAL_NODES = 1024;

function newColumns(length: number): SideColumns {
  return {
    self: new Float64Array(length),
    total: new Float64Array(length),
    weight: new Float64Array(length),
    x: new Float64Array(length),
  };
}

/** The place of each name in code unit order: one order wherever the tree is drawn. */
function nameRanks(names: readonly string[]): Int32Array {
  const rank = new Int32Array(names.length);
  const rows = names.map((_, row) => row);
  rows.sort((a, b) => (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : a - b));
  rows.forEach((row, place) => {
    rank[row] = place;
  });
  return rank;
}

function doubled(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

function doubledValues(column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}
