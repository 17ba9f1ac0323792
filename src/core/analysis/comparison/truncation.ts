import type { Profile } from '../../profile/profile.ts';
import { GO_STACK_LIMITS } from '../go-stack-limits.ts';

/** Stacks of a profile that are cut off at their outermost end. */
export interface Truncation {
  /** How many frames the producer kept. */
  readonly depth: number;
  /** How many stacks, and how many samples of them, are cut. */
  readonly stacks: number;
  readonly samples: number;
}

/**
 * Frames of the allocator that Go takes from the leaf of allocation stacks after it cut them, so that
 * they stand below the limit (`hideRuntime` in runtime/pprof/protomem.go).
 */
const STRIPPED_FRAMES = 7;

/** How many stacks at one depth reveal a limit other than the usual ones. */
const TELLING_STACKS = 5;

/** Where goroutines and threads begin: a stack that has one outermost is whole, however deep. */
const ROOTS: ReadonlySet<string> = new Set([
  'runtime.goexit',
  'runtime.main',
  'runtime.mcall',
  'runtime.mstart',
  'runtime.mstart0',
  'runtime.mstart1',
  'runtime.morestack',
  'runtime.systemstack',
  'runtime.rt0_go',
  'runtime.bgsweep',
  'runtime.bgscavenge',
  'runtime.gcBgMarkWorker',
  'main.main',
  'testing.tRunner',
  'testing.(*B).launch',
  'testing.(*B).run1.func1',
  'net/http.(*conn).serve',
  'net/http.(*persistConn).readLoop',
  'net/http.(*persistConn).writeLoop',
]);

/**
 * Recognises stacks that Go cut off because they were too deep; null where none are. Three things come
 * together: no stack is deeper than the limit; stacks stand at it; and their outermost function is one
 * that other stacks show to have callers, and is outermost in no shallower stack. Depth counts inlined
 * frames, as Go does since 1.21, or else locations, as before. Linear in stacks.
 */
export function findTruncation(profile: Profile): Truncation | null {
  const facts = stackFacts(profile);
  const isHeap = profile.sampleTypes.some(({ type }) => /^(alloc|inuse)_|^space$/.test(type));
  const slack = isHeap ? STRIPPED_FRAMES : 0;
  for (const depths of [facts.frames, facts.locations]) {
    const deepest = depths.least.reduce((max, depth) => Math.max(max, depth), 0);
    const usual = GO_STACK_LIMITS.find((limit) => deepest <= limit);
    const limits = usual === deepest ? [usual] : [usual ?? deepest, deepest];
    for (const limit of limits) {
      const isUsual = limit === usual;
      const found = cutAt(profile, facts, depths, limit, isUsual ? slack : 0);
      if (found !== null && (isUsual || (limit > 32 && found.stacks >= TELLING_STACKS)))
        return found;
    }
  }
  return null;
}

/** Depth of each stack, whose outermost location may have been completed after the cut. */
interface Depths {
  readonly least: Int32Array;
  readonly most: Int32Array;
}

interface StackFacts {
  readonly frames: Depths;
  readonly locations: Depths;
  /** Row of `functions` that is outermost; -1 when unknown. */
  readonly root: Int32Array;
  /** Whether a function has a caller anywhere; by row of `functions`. */
  readonly isCalled: Uint8Array;
  /** Whether it is the usual beginning of a stack; by row of `functions`. */
  readonly isRoot: Uint8Array;
}

function stackFacts({ stacks, locations, lines, functions }: Profile): StackFacts {
  const { parent, location, length } = stacks;
  const most = new Int32Array(length);
  const least = new Int32Array(length);
  const depth = new Int32Array(length);
  const root = new Int32Array(length);
  const isCalled = new Uint8Array(functions.length);
  for (let row = 0; row < length; row++) {
    const first = locations.lineStart[location[row]];
    const end = locations.lineStart[location[row] + 1];
    const above = parent[row];
    const own = Math.max(1, end - first);
    most[row] = own + (above < 0 ? 0 : most[above]);
    least[row] = above < 0 ? 1 : least[above] + own;
    depth[row] = above < 0 ? 1 : depth[above] + 1;
    const outermost = end > first ? lines.function[end - 1] : -1;
    root[row] = above < 0 ? outermost : root[above];
    const callees = above < 0 ? end - 1 : end;
    for (let line = first; line < callees; line++) {
      if (lines.function[line] >= 0) isCalled[lines.function[line]] = 1;
    }
  }
  const isRoot = Uint8Array.from(functions.name, (name) => (ROOTS.has(name) ? 1 : 0));
  return {
    frames: { least, most },
    locations: { least: depth, most: depth },
    root,
    isCalled,
    isRoot,
  };
}

function cutAt(
  { samples, functions }: Profile,
  { root, isCalled, isRoot }: StackFacts,
  { least, most }: Depths,
  limit: number,
  slack: number,
): Truncation | null {
  const samplesOf = new Int32Array(root.length);
  for (let sample = 0; sample < samples.length; sample++) {
    if (samples.stack[sample] >= 0) samplesOf[samples.stack[sample]]++;
  }
  const beginsShallow = new Uint8Array(functions.length);
  for (let row = 0; row < root.length; row++) {
    if (samplesOf[row] > 0 && root[row] >= 0 && most[row] < limit - slack) {
      beginsShallow[root[row]] = 1;
    }
  }
  const found = { depth: limit, stacks: 0, samples: 0 };
  for (let row = 0; row < root.length; row++) {
    if (samplesOf[row] === 0 || most[row] < limit - slack) continue;
    if (least[row] > limit) return null;
    const fn = root[row];
    if (fn < 0 || isRoot[fn] === 1 || isCalled[fn] === 0 || beginsShallow[fn] === 1) continue;
    found.stacks++;
    found.samples += samplesOf[row];
  }
  return found.stacks === 0 ? null : found;
}
