import type { TreeSide } from './tree-side.ts';

/** A child to be: the noted stacks that go on with one frame. */
export interface ChildPart {
  readonly frame: number;
  /** How many stacks. */
  size: number;
  /** What they weigh on all sides, scaled. */
  weight: number;
  /** What they weigh on each side, as measured. */
  readonly sums: readonly { self: number; total: number; weight: number }[];
  /** The node that is made of it; -1 before. */
  child: number;
}

/**
 * The stacks below a node of a call tree while its children are made: noted one by one, and parted by the frame
 * that they go on with. One object serves one node after another, since a tree of millions of nodes is grown with it.
 */
export class NotedChildren {
  /** In the order in which their frames were met. */
  readonly parts: ChildPart[] = [];
  /** Columns by noted stack: its side, the stack, how many frames of its location are used up, its part. */
  readonly side: number[] = [];
  readonly stack: number[] = [];
  readonly framesUsed: number[] = [];
  readonly part: number[] = [];
  private readonly sides: readonly TreeSide[];
  /** The part of each frame, which holds if the frame's stamp is the number of the nodes served before. */
  private readonly partOf: Int32Array;
  private readonly stamp: Int32Array;
  private served = 0;

  constructor(sides: readonly TreeSide[]) {
    this.sides = sides;
    const frameCount = sides[0]?.index.frames.length ?? 0;
    this.partOf = new Int32Array(frameCount);
    this.stamp = new Int32Array(frameCount).fill(-1);
  }

  /** Notes a stack of whose location so many frames are those of callers already; not if nothing was measured in it. */
  add(side: number, stack: number, used: number): void {
    const { stacks, index, weights, scale } = this.sides[side];
    const weight = weights.weight[stack];
    if (weight === 0) return;
    const location = stacks.location[stack];
    const at = index.frameStart[location] + used;
    const isWhole = at + 1 === index.frameStart[location + 1];
    const partNumber = this.partWith(index.frameOf[at]);
    const part = this.parts[partNumber];
    const sums = part.sums[side];
    part.size++;
    part.weight += weight * scale;
    sums.weight += weight;
    sums.total += weights.total[stack];
    if (isWhole) sums.self += weights.self[stack];
    this.side.push(side);
    this.stack.push(stack);
    this.framesUsed.push(used + 1);
    this.part.push(partNumber);
  }

  /** Makes ready for the next node. */
  clear(): void {
    this.parts.length = 0;
    this.side.length = 0;
    this.stack.length = 0;
    this.framesUsed.length = 0;
    this.part.length = 0;
    this.served++;
  }

  private partWith(frame: number): number {
    if (this.stamp[frame] === this.served) return this.partOf[frame];
    const sums = this.sides.map(() => ({ self: 0, total: 0, weight: 0 }));
    const partNumber = this.parts.push({ frame, size: 0, weight: 0, sums, child: -1 }) - 1;
    this.stamp[frame] = this.served;
    this.partOf[frame] = partNumber;
    return partNumber;
  }
}
