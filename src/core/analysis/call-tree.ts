import type { Profile } from '../profile/profile.ts';
import type { FrameIndex } from './frames.ts';
import type { StackWeights } from './weights.ts';

/** Order of siblings: heaviest first, or by name. */
export type SiblingOrder = 'weight' | 'name';

/**
 * Stacks merged by frame into one tree, grown where it is looked at.
 *
 * A node is a group of stacks that are the same at this granularity. Its children are the stacks below
 * them, parted by frame, and are made when they are first asked for: a million samples make millions of
 * nodes, of which a screen shows some thousands (docs/decisions/0003-lazy-call-tree.md). Node 0 is the
 * root, which stands for all samples and has no frame. A node's number never changes; children are
 * consecutive numbers in drawing order. Nodes in which nothing was measured are left out.
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
  /** Sum of the samples that end here. */
  self = new Float64Array(INITIAL_NODES);
  /** Sum of the samples that pass through or end here. */
  total = new Float64Array(INITIAL_NODES);
  /** Sum of the magnitudes of the samples that pass through or end here: the width of the box. */
  weight = new Float64Array(INITIAL_NODES);
  /** Left edge of the box in weight units: children stand from their caller's left edge on. */
  x = new Float64Array(INITIAL_NODES);

  /** First child and number of children; -1 while they are not made. */
  private firstChild = new Int32Array(INITIAL_NODES);
  private childCount = new Int32Array(INITIAL_NODES);
  /** The node's members are the rows [memberStart, memberEnd) of the two columns below. */
  private memberStart = new Int32Array(INITIAL_NODES);
  private memberEnd = new Int32Array(INITIAL_NODES);
  private memberCount = 0;
  /** A stack, and how many frames of its location this node and its callers are. */
  private memberStack = new Int32Array(INITIAL_NODES);
  private memberFrames = new Int32Array(INITIAL_NODES);

  private readonly profile: Profile;
  private readonly index: FrameIndex;
  private readonly weights: StackWeights;
  private readonly nameRank: Int32Array | null;

  /** The children of the node at hand before they are parted: as members, with the part of each. */
  private stack = new Int32Array(64);
  private framesUsed = new Int32Array(64);
  private part = new Int32Array(64);
  private count = 0;
  /** The parts; a frame's part is valid if its stamp is that of the node at hand. */
  private readonly stamp: Int32Array;
  private readonly partOf: Int32Array;
  private readonly parts: Part[] = [];

  constructor(profile: Profile, index: FrameIndex, weights: StackWeights, order: SiblingOrder) {
    this.profile = profile;
    this.index = index;
    this.weights = weights;
    this.nameRank = order === 'name' ? nameRanks(index.frames.name) : null;
    this.stamp = new Int32Array(index.frames.length).fill(-1);
    this.partOf = new Int32Array(index.frames.length);
    const root = this.addNode(-1, -1, 0, 0);
    this.total[root] = weights.allTotal;
    this.weight[root] = weights.allWeight;
    const { stacks } = profile;
    let inStacks = 0;
    for (let row = 0; row < stacks.length; row = stacks.subtreeEnd[row]) {
      inStacks += weights.total[row];
      this.noteChild(root, row, 0);
    }
    this.self[root] = weights.allTotal - inStacks;
    this.partChildren(root);
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
    const { location, subtreeEnd } = this.profile.stacks;
    const { frameStart } = this.index;
    for (let member = this.memberStart[node]; member < this.memberEnd[node]; member++) {
      const stack = this.memberStack[member];
      const frames = frameStart[location[stack] + 1] - frameStart[location[stack]];
      if (this.memberFrames[member] < frames) return true;
      for (let child = stack + 1; child < subtreeEnd[stack]; child = subtreeEnd[child]) {
        if (this.weights.weight[child] !== 0) return true;
      }
    }
    return false;
  }

  /** Sum over the stacks of a node, which is not the root, of a column by row of `stacks`. */
  sumMembers(node: number, column: Float64Array): number {
    let sum = 0;
    for (let member = this.memberStart[node]; member < this.memberEnd[node]; member++) {
      sum += column[this.memberStack[member]];
    }
    return sum;
  }

  private grow(node: number): void {
    const { location, subtreeEnd } = this.profile.stacks;
    const { frameStart } = this.index;
    for (let member = this.memberStart[node]; member < this.memberEnd[node]; member++) {
      const stack = this.memberStack[member];
      const used = this.memberFrames[member];
      if (frameStart[location[stack]] + used < frameStart[location[stack] + 1]) {
        this.noteChild(node, stack, used);
        continue;
      }
      const end = subtreeEnd[stack];
      for (let child = stack + 1; child < end; child = subtreeEnd[child]) {
        this.noteChild(node, child, 0);
      }
    }
    this.partChildren(node);
  }

  /** Notes a stack, of whose location so many frames are used already, as below the node at hand. */
  private noteChild(node: number, stack: number, used: number): void {
    const weight = this.weights.weight[stack];
    if (weight === 0) return;
    const first = this.index.frameStart[this.profile.stacks.location[stack]];
    const frame = this.index.frameOf[first + used];
    const isWhole =
      first + used + 1 === this.index.frameStart[this.profile.stacks.location[stack] + 1];
    let partNumber = this.partOf[frame];
    if (this.stamp[frame] !== node) {
      partNumber = this.parts.length;
      this.stamp[frame] = node;
      this.partOf[frame] = partNumber;
      this.parts.push({ frame, size: 0, end: 0, self: 0, total: 0, weight: 0 });
    }
    const part = this.parts[partNumber];
    part.size++;
    part.weight += weight;
    part.total += this.weights.total[stack];
    if (isWhole) part.self += this.weights.self[stack];
    if (this.count === this.stack.length) {
      this.stack = doubled(this.stack);
      this.framesUsed = doubled(this.framesUsed);
      this.part = doubled(this.part);
    }
    this.stack[this.count] = stack;
    this.framesUsed[this.count] = used + 1;
    this.part[this.count] = partNumber;
    this.count++;
  }

  /** Makes a node of each part of the noted children, and the children their members. */
  private partChildren(node: number): void {
    const { parts, count, nameRank } = this;
    this.firstChild[node] = this.length;
    this.childCount[node] = parts.length;
    while (this.memberCount + count > this.memberStack.length) {
      this.memberStack = doubled(this.memberStack);
      this.memberFrames = doubled(this.memberFrames);
    }
    const ordered = parts.slice().sort((a, b) => {
      if (nameRank !== null) return nameRank[a.frame] - nameRank[b.frame];
      return b.weight - a.weight || a.frame - b.frame;
    });
    let x = this.x[node];
    for (const part of ordered) {
      const child = this.addNode(node, part.frame, this.memberCount, this.depth[node] + 1);
      this.self[child] = part.self;
      this.total[child] = part.total;
      this.weight[child] = part.weight;
      this.x[child] = x;
      x += part.weight;
      part.end = this.memberCount;
      this.memberCount += part.size;
      this.memberEnd[child] = this.memberCount;
    }
    for (let i = 0; i < count; i++) {
      const to = parts[this.part[i]].end++;
      this.memberStack[to] = this.stack[i];
      this.memberFrames[to] = this.framesUsed[i];
    }
    parts.length = 0;
    this.count = 0;
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
    this.self = doubledValues(this.self);
    this.total = doubledValues(this.total);
    this.weight = doubledValues(this.weight);
    this.x = doubledValues(this.x);
  }
}

const INITIAL_NODES = 1024;

/** A child of the node at hand, while its members are collected. */
interface Part {
  readonly frame: number;
  size: number;
  /** Where its next member goes. */
  end: number;
  self: number;
  total: number;
  weight: number;
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
