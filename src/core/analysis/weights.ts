import type { Profile, StackTable } from '../profile/profile.ts';

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
  const { length, stack: stackOf } = samples;
  const self = new Float64Array(stacks.length);
  let hasNegative = false;
  let allTotal = 0;
  let allWeight = 0;
  for (let sample = 0; sample < length; sample++) {
    const value = values[sample];
    const stack = stackOf[sample];
    if (keeps !== null && (stack < 0 || keeps[stack] === 0)) continue;
    allTotal += value;
    allWeight += Math.abs(value);
    if (value < 0) hasNegative = true;
    if (stack >= 0) self[stack] += value;
  }
  const total = addUp(stacks, self);
  if (!hasNegative) return { self, total, weight: total, allTotal, allWeight };

  const magnitude = new Float64Array(stacks.length);
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (stack >= 0 && (keeps === null || keeps[stack] !== 0)) {
      magnitude[stack] += Math.abs(values[sample]);
    }
  }
  return { self, total, weight: addUp(stacks, magnitude), allTotal, allWeight };
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
