import type { Profile } from '../../profile/profile.ts';
import { resolveUnit } from '../../units/unit-families.ts';
import { sumColumn } from '../column-sums.ts';

/** How the objects of a Go heap profile were drawn; columns by sample. */
export interface HeapDraws {
  /** Mean bytes between two draws. */
  readonly periodBytes: number;
  /** How many objects were drawn. */
  readonly rawCount: Float64Array;
  /** Bytes of one object; 1 for samples that weigh nothing and do not say. */
  readonly size: Float64Array;
}

/** Values are sums over at most this many profiles, each cut off to a whole number. */
const MERGED_PROFILES = 100;
/** If more samples than this share are no whole number of draws, the values were rewritten. */
const TOLERATED_SHARE = 0.01;

/**
 * Recovers the draws behind `alloc` or `inuse` values, or gives a sentence why that cannot be done.
 *
 * Go's writer turns k draws of a size into objects = trunc(k / p) and bytes = trunc(k size / p), with
 * p = 1 - exp(-size / period) (`scaleHeapSample` in runtime/pprof/protomem.go), and gives the size in
 * the label `bytes`. The bytes are the finer of the two: k = bytes p / size, to within p / size of a
 * draw. So sharp a figure tells a rewritten profile too: its values are no whole numbers of draws.
 */
export function recoverHeapDraws(profile: Profile, moment: 'alloc' | 'inuse'): HeapDraws | string {
  const { sampleTypes, samples, period, periodType } = profile;
  // Set by pprof's ?seconds= alone. What was allocated in between was drawn in between, but what was
  // live at the end less what was live at the start is no count of draws.
  if (moment === 'inuse' && profile.durationNanos > 0n) {
    return 'The profile is the difference of two moments, so what was live in it is no count of draws.';
  }
  const unit = resolveUnit(periodType?.unit ?? '');
  if (!(period > 0) || unit?.family.kind !== 'memory') {
    return 'The profile does not say at which rate allocations were sampled.';
  }
  const objectType = sampleTypes.findIndex(({ type }) => type === `${moment}_objects`);
  const spaceType = sampleTypes.findIndex(({ type }) => type === `${moment}_space`);
  if (objectType < 0 || spaceType < 0) {
    return 'The profile does not hold both the number and the bytes of what was allocated.';
  }
  const [objects, bytes] = [samples.values[objectType], samples.values[spaceType]];
  if (sumColumn(objects).hasNegative || sumColumn(bytes).hasNegative) {
    return 'The profile is a difference of two profiles, whose draws cannot be told apart.';
  }
  const size = objectSizes(profile, bytes);
  if (size === null) {
    return 'The samples do not say how large their objects are (they lack the label “bytes”), so how many were drawn is unknown.';
  }
  const periodBytes = period * unit.unit.factor;
  const rawCount = countDraws(objects, bytes, size, periodBytes);
  if (rawCount === null) {
    return 'The values are no whole numbers of draws: profiles of different sampling rates were merged, or values were scaled.';
  }
  return { periodBytes, rawCount, size };
}

/** The numeric label `bytes` of every sample; null where one that weighs something has none. */
function objectSizes({ samples, labels }: Profile, bytes: Float64Array): Float64Array | null {
  const key = labels.text.indexOf('bytes');
  const sizes = new Float64Array(samples.length).fill(1);
  for (let sample = 0; sample < samples.length; sample++) {
    let size = 0;
    for (let row = samples.labelStart[sample]; row < samples.labelStart[sample + 1]; row++) {
      if (labels.key[row] === key && labels.str[row] === 0) size = Number(labels.num[row]);
    }
    if (size > 0) sizes[sample] = size;
    else if (bytes[sample] > 0) return null;
  }
  return sizes;
}

/** Draws of every sample; null where too many values are no whole number of them. */
function countDraws(
  objects: Float64Array,
  bytes: Float64Array,
  size: Float64Array,
  periodBytes: number,
): Float64Array | null {
  const rawCount = new Float64Array(bytes.length);
  let weighing = 0;
  let broken = 0;
  for (let sample = 0; sample < bytes.length; sample++) {
    const [count, space, one] = [objects[sample], bytes[sample], size[sample]];
    if (count === 0 && space === 0) continue;
    weighing++;
    // As Go computes it, so that it is rounded alike.
    const drawn = periodBytes <= 1 ? 1 : 1 - Math.exp(-one / periodBytes);
    const draws = (space * drawn) / one;
    const whole = Math.max(1, Math.round(draws));
    rawCount[sample] = whole;
    const tolerance = Math.min(0.25, (MERGED_PROFILES * drawn) / one + 1e-10 * whole + 1e-6);
    const isWhole = Math.abs(draws - whole) <= tolerance;
    const agrees = Math.abs(space / one - count) <= MERGED_PROFILES;
    if (!isWhole || !agrees) broken++;
  }
  return broken > TOLERATED_SHARE * weighing ? null : rawCount;
}
