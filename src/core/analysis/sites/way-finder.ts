import type { StackTable } from '../../profile/profile.ts';
import type { FrameIndex } from '../frames.ts';
import { PairNumbers } from '../pair-numbers.ts';
import { CodeOwner, codeOwner } from './code-owner.ts';

/** A way in which a line allocates, as rows of the frames; `AllocationWay` has their meaning. */
interface FoundWay {
  readonly frame: number;
  readonly chain: Int32Array;
  readonly allocator: number;
  readonly poolNew: number;
  readonly isOnce: boolean;
}

/** What runs once for a process: `init` functions, and what gives a package's variables their values. */
const STARTERS = /\.(?:map\.)?init(?:\.\d+)?$|^runtime\.doInit1?$/;

/** What the frames down to some stack tell; rows of the frames, -1 for none. */
class Trail {
  /** Nearest line that is neither library nor runtime. */
  line = -1;
  /** First and last library frame behind it. */
  called = -1;
  leaf = -1;
  /** First of the runtime's frames behind those. */
  allocator = -1;
  /** The pool's New. */
  poolNew = -1;
  /** Whether the last frame is `sync.(*Pool).Get`. */
  isGet = false;
  /** 1 beneath what runs once, when packages start. */
  isOnce = 0;

  copy({ line, called, leaf, allocator, poolNew, isGet, isOnce }: Trail): void {
    this.line = line;
    this.called = called;
    this.leaf = leaf;
    this.allocator = allocator;
    this.poolNew = poolNew;
    this.isGet = isGet;
    this.isOnce = isOnce;
  }
}

/** Finds the line and the way of every stack, in one pass over them. */
export class WayFinder {
  private readonly stacks: StackTable;
  private readonly index: FrameIndex;
  /** By frame: whose it is, its function, and whether that is a pool's Get or of its package. */
  private readonly owner: Uint8Array;
  private readonly functionOf: Int32Array;
  private readonly isGet: Uint8Array;
  private readonly isSync: Uint8Array;
  private readonly isInit: Uint8Array;
  /** Lines with what they call, then with the rest of a way: its number. */
  private readonly calls = new PairNumbers();
  private readonly leaves = new PairNumbers();
  private readonly allocators = new PairNumbers();
  private readonly pools = new PairNumbers();
  private readonly ways = new PairNumbers();
  /** By way: line, allocator, pool's New. */
  private readonly found: Omit<FoundWay & { line: number }, 'frame' | 'chain'>[] = [];

  constructor(stacks: StackTable, index: FrameIndex) {
    this.stacks = stacks;
    this.index = index;
    const { length, functionName, file } = index.frames;
    this.owner = new Uint8Array(length);
    this.functionOf = new Int32Array(length);
    this.isGet = new Uint8Array(length);
    this.isSync = new Uint8Array(length);
    this.isInit = new Uint8Array(length);
    const numbers = new Map<string, number>();
    for (let frame = 0; frame < length; frame++) {
      const name = functionName[frame];
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      this.functionOf[frame] = number;
      this.owner[frame] = codeOwner(name, file[frame]);
      this.isGet[frame] = name === 'sync.(*Pool).Get' ? 1 : 0;
      this.isSync[frame] = name.startsWith('sync.') ? 1 : 0;
      this.isInit[frame] = STARTERS.test(name) ? 1 : 0;
    }
  }

  /** How many ways were found. */
  get length(): number {
    return this.found.length;
  }

  /** The way of each stack that has a 1; -1 of the others. Stacks stand before those that they begin. */
  findWays(hasSample: Uint8Array): Int32Array {
    const { parent, location, length } = this.stacks;
    const wayOf = new Int32Array(length).fill(-1);
    // The stacks on the path to the one that is looked at, and a trail for each.
    const path: number[] = [];
    const trails: Trail[] = [new Trail()];
    for (let row = 0; row < length; row++) {
      while (path.length > 0 && path[path.length - 1] !== parent[row]) path.pop();
      const above = trails[path.length];
      path.push(row);
      const depth = path.length;
      if (trails.length === depth) trails.push(new Trail());
      const trail = trails[depth];
      trail.copy(above);
      this.follow(trail, location[row]);
      if (hasSample[row] === 1) wayOf[row] = this.numberOf(trail);
    }
    return wayOf;
  }

  /** What a way is; its chain is that of the given stack. */
  way(way: number, stack: number): FoundWay {
    const { line, ...rest } = this.found[way];
    return { frame: line, chain: this.chainTo(stack, line), ...rest };
  }

  /** One of `CodeOwner`. */
  ownerOf(frame: number): number {
    return this.owner[frame] === CodeOwner.runtime ? CodeOwner.library : this.owner[frame];
  }

  private follow(trail: Trail, location: number): void {
    const { frameStart, frameOf } = this.index;
    for (let at = frameStart[location]; at < frameStart[location + 1]; at++) {
      const frame = frameOf[at];
      const owner = this.owner[frame];
      if (trail.isGet && this.isSync[frame] === 0 && owner !== CodeOwner.runtime) {
        trail.poolNew = frame;
      }
      trail.isGet = this.isGet[frame] === 1;
      if (this.isInit[frame] === 1) trail.isOnce = 1;
      if (owner === CodeOwner.runtime) {
        if (trail.allocator < 0) trail.allocator = frame;
        continue;
      }
      trail.allocator = -1;
      if (owner === CodeOwner.library) {
        if (trail.called < 0) trail.called = frame;
        trail.leaf = frame;
      } else {
        trail.line = frame;
        trail.called = -1;
        trail.leaf = -1;
      }
    }
  }

  private numberOf({ line, called, leaf, allocator, poolNew, isOnce }: Trail): number {
    // Where no other code is on the stack the library's own line allocates, or else the runtime's.
    const isLibrary = line < 0;
    const site = isLibrary ? (leaf >= 0 ? leaf : allocator) : line;
    const callee = isLibrary ? -1 : called;
    const call = this.calls.of(site, this.functionNumber(callee));
    const way = this.leaves.of(call, isLibrary ? -1 : this.functionNumber(leaf));
    const withAllocator = this.allocators.of(way, this.functionNumber(allocator));
    const withPool = this.pools.of(withAllocator, this.functionNumber(poolNew));
    const number = this.ways.of(withPool, isOnce);
    if (number === this.found.length) {
      this.found.push({ line: site, allocator, poolNew, isOnce: isOnce === 1 });
    }
    return number;
  }

  private functionNumber(frame: number): number {
    return frame < 0 ? -1 : this.functionOf[frame];
  }

  /** The library frames of a stack behind the frame of a line. */
  private chainTo(stack: number, line: number): Int32Array {
    const { parent, location } = this.stacks;
    const { frameStart, frameOf } = this.index;
    const chain: number[] = [];
    for (let row = stack; row >= 0; row = parent[row]) {
      for (let at = frameStart[location[row] + 1] - 1; at >= frameStart[location[row]]; at--) {
        const frame = frameOf[at];
        if (frame === line) return Int32Array.from(chain.reverse());
        if (this.owner[frame] !== CodeOwner.runtime) chain.push(frame);
      }
    }
    return new Int32Array();
  }
}
