import type { Profile, StackTable } from '../profile/profile.ts';
import { sumColumn } from './column-sums.ts';

/** What each stack of a profile weighs under one sample type and filter; columns by row of `stacks`. */
export interface StackWeights {
  /** Sum of the samples whose leaf it is. */
  readonly self: Float64Array;
  /** Sum of the samples that pass through or end in it. */
  readonly total: Float64Array;
  /** Sum of their magnitudes; the same column as `total` where no value is negative. */
  readonly weight: Float64Array;
  /** Sum and sum of magnitudes over all samples that count, those without a stack included. */
  readonly allTotal: number;
  readonly allWeight: number;
}

/**
 * Weighs the stacks of a profile by one sample type. `keeps` has a 1 for each stack whose samples
 * count; null keeps all.
 */
export function weighStacks(
  profile: Profile,
  sampleType: number,
  keeps: Uint8Array | null = null,
): StackWeights {
  return weighValues(profile, profile.samples.values[sampleType], keeps);
}

/** Weighs the stacks of a profile by a column of values, one for each sample; `keeps` as above. */
export function weighValues(
  { samples, stacks }: Profile,
  values: Float64Array,
  keeps: Uint8Array | null = null,
): StackWeights {
  const counted = keeps === null ? values : onlyKept(values, samples.stack, keeps);
  const { sum: allTotal, magnitude: allWeight, hasNegative } = sumColumn(counted);
  const self = sumByStack(stacks, samples.stack, counted);
  const total = addUp(stacks, self);
  if (!hasNegative) return { self, total, weight: total, allTotal, allWeight };
  const magnitude = sumByStack(stacks, samples.stack, counted.map(Math.abs));
  return { self, total, weight: addUp(stacks, magnitude), allTotal, allWeight };
}

/** The values, with 0 for the samples that do not count. */
function onlyKept(values: Float64Array, stackOf: Int32Array, keeps: Uint8Array): Float64Array {
  return values.map((value, sample) =>
    stackOf[sample] >= 0 && keeps[stackOf[sample]] !== 0 ? value : 0,
  );
}

/** For each stack the sum over the samples whose leaf it is. */
function sumByStack(
  { length }: StackTable,
  stackOf: Int32Array,
  values: Float64Array,
): Float64Array {
  const sums = new Float64Array(length);
  for (let sample = 0; sample < values.length; sample++) {
    const stack = stackOf[sample];
    if (stack >= 0) sums[stack] += values[sample];
  }
  return sums;
}

/** For each row the sum over its subtree; children stand after their parents, so one pass from the end does. */
function addUp({ length, parent }: StackTable, own: Float64Array): Float64Array {
  const sums = new Float64Array(length);
  for (let row = length - 1; row >= 0; row--) {
    const sum = sums[row] + own[row];
    sums[row] = sum;
    if (parent[row] >= 0) sums[parent[row]] += sum;
  }
  return sums;
}
