import type { Profile, StackTable, ValueType } from '../../profile/profile.ts';
import { resolveUnit } from '../../units/unit-families.ts';
import { sumColumn } from '../column-sums.ts';
import type { FrameIndex } from '../frames.ts';
import { type HeapDraws, recoverHeapDraws } from './heap-draws.ts';
import { type RowSampling, RowSums } from './row-sums.ts';
import type { SamplingRule } from './sampling-rule.ts';

export type { RowSampling };

/** The samples of one profile under one sample type as draws; columns by sample. */
export interface Sampling {
  readonly rule: SamplingRule;
  /** The profile's values under the sample type. */
  readonly value: Float64Array;
  /** How many objects (or ticks of the clock) were really drawn. */
  readonly rawCount: Float64Array;
  /** Bytes of one object of the sample; 1 where the rule does not ask for sizes. */
  readonly size: Float64Array;
}

/**
 * Recovers how many draws stand behind each value, or says in a sentence why that cannot be done. Go's
 * heap profiles were drawn by size, clocked profiles (CPU) by ticks; goroutines and threads are all
 * counted. A rate that was changed while the program ran cannot be told from the file. `heapDrawsOf` is asked
 * for the draws of a heap profile, which its caller may keep for other sample types.
 */
export function recoverSampling(
  profile: Profile,
  sampleType: number,
  heapDrawsOf: (moment: 'alloc' | 'inuse') => HeapDraws | string = (moment) =>
    recoverHeapDraws(profile, moment),
): Sampling | { readonly reason: string } {
  const type = profile.sampleTypes[sampleType];
  if (type === undefined) return { reason: 'The profile has no such sample type.' };
  const value = profile.samples.values[sampleType];
  if (profile.labels.text.includes('pprof::base') || sumColumn(value).hasNegative) {
    return {
      reason: 'The profile is a difference of two profiles, whose draws cannot be told apart.',
    };
  }
  switch (type.type) {
    case 'alloc_objects':
    case 'alloc_space':
    case 'inuse_objects':
    case 'inuse_space': {
      const draws = heapDrawsOf(type.type.startsWith('alloc') ? 'alloc' : 'inuse');
      if (typeof draws === 'string') return { reason: draws };
      const kind = type.type.endsWith('objects') ? 'heap-objects' : 'heap-bytes';
      const rule: SamplingRule = { kind, period: draws.periodBytes };
      return { rule, value, rawCount: draws.rawCount, size: draws.size };
    }
    case 'goroutine':
    case 'threadcreate':
      return {
        rule: { kind: 'exact', period: 1 },
        value,
        rawCount: value,
        size: ones(value.length),
      };
    case 'contentions':
    case 'delay':
      return {
        reason:
          'Go scales contention by a rate that it does not write down, so how many waits it really saw is unknown.',
      };
    default:
      return recoverTicks(profile, type, value);
  }
}

/** Draws of a profile with a period in time, such as Go's of the CPU: each tick of the clock is one. */
function recoverTicks(
  { period, periodType }: Profile,
  { type, unit }: ValueType,
  value: Float64Array,
): Sampling | { readonly reason: string } {
  const isClocked = period > 0 && resolveUnit(periodType?.unit ?? '')?.family.kind === 'time';
  const isCount = type === 'samples' && unit === 'count';
  const isTime = type === periodType?.type && unit === periodType.unit;
  if (!isClocked || !(isCount || isTime)) {
    return {
      reason: 'How samples are drawn is known for Go’s heap, CPU and goroutine profiles alone.',
    };
  }
  const tick = isCount ? 1 : period;
  const rawCount = value.map((each) => Math.round(each / tick));
  for (let sample = 0; sample < value.length; sample++) {
    if (Math.abs(value[sample] / tick - rawCount[sample]) > 1e-6) {
      return {
        reason:
          'The values are no whole numbers of ticks: profiles of different clocks were merged, or values were scaled.',
      };
    }
  }
  return { rule: { kind: 'ticks', period: tick }, value, rawCount, size: ones(value.length) };
}

function ones(length: number): Float64Array {
  return new Float64Array(length).fill(1);
}

/**
 * Sums the draws by frame, `flat` and `cum` as `sumFrames` does. `keeps` as in weights; `otherRule` is
 * the rule of the side compared with, of the same kind.
 *
 * One walk through the stacks, with sums for those on the path alone: sums of all columns for every
 * stack would be larger than the profile.
 */
export function sumRowSampling(
  { samples, stacks }: Profile,
  { frames, frameStart, frameOf }: FrameIndex,
  sampling: Sampling,
  keeps: Uint8Array | null,
  otherRule: SamplingRule = sampling.rule,
): { readonly flat: RowSampling; readonly cum: RowSampling } {
  const { location, subtreeEnd } = stacks;
  const { start, draws } = groupByStack(samples.stack, stacks.length, sampling);
  const flat = new RowSums(frames.length, sampling.rule, otherRule);
  const cum = new RowSums(frames.length, sampling.rule, otherRule);
  const path = new Int32Array(deepestPath(stacks));
  const sums = new RowSums(path.length, sampling.rule, otherRule);
  /** The outermost stack on the path that a frame is in; -1 for frames that are not on the path. */
  const outermost = new Int32Array(frames.length).fill(-1);
  let depth = 0;
  for (let row = 0; row <= stacks.length; row++) {
    // Leaves the stacks that end here, whose sums are complete.
    while (depth > 0 && subtreeEnd[path[depth - 1]] <= row) {
      const left = path[--depth];
      for (let at = frameStart[location[left]]; at < frameStart[location[left] + 1]; at++) {
        if (outermost[frameOf[at]] !== left) continue;
        outermost[frameOf[at]] = -1;
        cum.add(frameOf[at], sums, depth);
      }
      if (depth > 0) sums.add(depth - 1, sums, depth);
      sums.clear(depth);
    }
    if (row === stacks.length) break;
    const end = frameStart[location[row] + 1];
    for (let at = frameStart[location[row]]; at < end; at++) {
      if (outermost[frameOf[at]] < 0) outermost[frameOf[at]] = row;
    }
    path[depth] = row;
    if (start[row] < start[row + 1] && (keeps === null || keeps[row] !== 0)) {
      for (let at = start[row]; at < start[row + 1]; at++) {
        sums.addDraws(depth, draws[3 * at], draws[3 * at + 1], draws[3 * at + 2]);
      }
      flat.add(frameOf[end - 1], sums, depth);
    }
    depth++;
  }
  return { flat: flat.finish(), cum: cum.finish() };
}

/** Sums the draws of all samples that count into a single row; arguments as in `sumRowSampling`. */
export function sumTotalSampling(
  { samples }: Profile,
  sampling: Sampling,
  keeps: Uint8Array | null,
  otherRule: SamplingRule = sampling.rule,
): RowSampling {
  const total = new RowSums(1, sampling.rule, otherRule);
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (keeps === null || (stack >= 0 && keeps[stack] !== 0)) {
      total.addDraws(0, sampling.value[sample], sampling.rawCount[sample], sampling.size[sample]);
    }
  }
  return total.finish();
}

/**
 * Value, draws and size of the samples side by side, in the order of their stacks: those of stack n are
 * the rows [start[n], start[n + 1]).
 */
function groupByStack(
  stackOf: Int32Array,
  stackCount: number,
  { value, rawCount, size }: Sampling,
): { readonly start: Int32Array; readonly draws: Float64Array } {
  const start = new Int32Array(stackCount + 1);
  for (let sample = 0; sample < stackOf.length; sample++) {
    if (stackOf[sample] >= 0 && rawCount[sample] > 0) start[stackOf[sample] + 1]++;
  }
  for (let row = 0; row < stackCount; row++) start[row + 1] += start[row];
  const draws = new Float64Array(3 * start[stackCount]);
  const next = start.slice();
  for (let sample = 0; sample < stackOf.length; sample++) {
    if (stackOf[sample] < 0 || rawCount[sample] === 0) continue;
    const at = 3 * next[stackOf[sample]]++;
    draws[at] = value[sample];
    draws[at + 1] = rawCount[sample];
    draws[at + 2] = size[sample];
  }
  return { start, draws };
}

function deepestPath({ parent, length }: StackTable): number {
  const depths = new Int32Array(length);
  let deepest = 0;
  for (let row = 0; row < length; row++) {
    depths[row] = (parent[row] < 0 ? 0 : depths[parent[row]]) + 1;
    if (depths[row] > deepest) deepest = depths[row];
  }
  return deepest;
}
