import type { StackTable } from '../profile/profile.ts';
import type { FrameIndex } from './frames.ts';
import type { StackWeights } from './weights.ts';

/** Order of siblings: heaviest first, or by name. */
export type SiblingOrder = 'weight' | 'name';

/** The stacks of one profile as a call tree merges them. */
export interface TreeSide {
  readonly stacks: StackTable;
  /** Which frames its locations are; all sides of a tree share one frame table. */
  readonly index: FrameIndex;
  readonly weights: StackWeights;
  /** What one unit of its values takes in width: 1, or less where a side is shown per request. */
  readonly scale: number;
}

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

  /** The children of the node at hand before they are parted: as members, with the part of each. */
  private readonly noted: Noted = { side: [], stack: [], framesUsed: [], part: [] };
  /** The parts; a frame's part is valid if its stamp is that of the growth at hand. */
  private growths = 0;
  private readonly stamp: Int32Array;
  private readonly partOf: Int32Array;
  private readonly parts: Part[] = [];

  /** `names` are those of the shared frame table, for siblings in the order of their names; null for heaviest first. */
  constructor(sides: readonly TreeSide[], names: readonly string[] | null) {
    this.sides = sides;
    this.columns = sides.map(() => newColumns(INITIAL_NODES));
    this.nameRank = names === null ? null : nameRanks(names);
    const frameCount = sides[0]?.index.frames.length ?? 0;
    this.stamp = new Int32Array(frameCount).fill(-1);
    this.partOf = new Int32Array(frameCount);
    const root = this.addNode(-1, -1, 0, 0);
    sides.forEach(({ stacks, weights, scale }, side) => {
      const { self, total, weight } = this.columns[side];
      total[root] = weights.allTotal;
      weight[root] = weights.allWeight * scale;
      let inStacks = 0;
      for (let row = 0; row < stacks.length; row = stacks.subtreeEnd[row]) {
        inStacks += weights.total[row];
        this.noteChild(side, row, 0);
      }
      self[root] = weights.allTotal - inStacks;
    });
    this.partChildren(root);
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
        this.noteChild(side, stack, used);
        continue;
      }
      const end = stacks.subtreeEnd[stack];
      for (let child = stack + 1; child < end; child = stacks.subtreeEnd[child]) {
        this.noteChild(side, child, 0);
      }
    }
    this.partChildren(node);
  }

  /** Notes a stack, of whose location so many frames are used already, as below the node at hand. */
  private noteChild(side: number, stack: number, used: number): void {
    const { stacks, index, weights, scale } = this.sides[side];
    const weight = weights.weight[stack];
    if (weight === 0) return;
    const location = stacks.location[stack];
    const at = index.frameStart[location] + used;
    const frame = index.frameOf[at];
    const isWhole = at + 1 === index.frameStart[location + 1];
    let partNumber = this.partOf[frame];
    if (this.stamp[frame] !== this.growths) {
      partNumber = this.parts.length;
      this.stamp[frame] = this.growths;
      this.partOf[frame] = partNumber;
      const sums = this.sides.map(() => ({ self: 0, total: 0, weight: 0 }));
      this.parts.push({ frame, size: 0, end: 0, weight: 0, sums });
    }
    const part = this.parts[partNumber];
    const sums = part.sums[side];
    part.size++;
    part.weight += weight * scale;
    sums.weight += weight;
    sums.total += weights.total[stack];
    if (isWhole) sums.self += weights.self[stack];
    const { noted } = this;
    noted.side.push(side);
    noted.stack.push(stack);
    noted.framesUsed.push(used + 1);
    noted.part.push(partNumber);
  }

  /** Makes a node of each part of the noted children, and the children their members. */
  private partChildren(node: number): void {
    const { parts, noted, nameRank, columns } = this;
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
      part.end = this.memberCount;
      this.memberCount += part.size;
      this.memberEnd[child] = this.memberCount;
    }
    for (let i = 0; i < count; i++) {
      const to = parts[noted.part[i]].end++;
      this.memberSide[to] = noted.side[i];
      this.memberStack[to] = noted.stack[i];
      this.memberFrames[to] = noted.framesUsed[i];
    }
    parts.length = 0;
    for (const column of Object.values(noted)) column.length = 0;
    this.growths++;
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

/** Members of the children of the node at hand, in the order in which they were met. */
interface Noted {
  readonly side: number[];
  readonly stack: number[];
  readonly framesUsed: number[];
  readonly part: number[];
}

/** A child of the node at hand, while its members are collected. */
interface Part {
  readonly frame: number;
  size: number;
  /** Where its next member goes. */
  end: number;
  /** Of all sides, scaled. */
  weight: number;
  /** Of each side, as measured. */
  readonly sums: readonly { self: number; total: number; weight: number }[];
}

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
