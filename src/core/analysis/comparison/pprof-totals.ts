import type { Profile } from '../../profile/profile.ts';
import { sumColumn } from '../column-sums.ts';
import { LabelSets } from './label-sets.ts';
import { mayShareLocations, mergeLocations } from './merge-locations.ts';
import { mergeStacks } from './merge-stacks.ts';
import type { SampleTypePair } from './pair-sample-types.ts';

/**
 * What pprof's percentages refer to under `-diff_base` (`computeTotal` in internal/report/report.go):
 * the sum of magnitudes before, or where that is nothing, after. In the unit of the pair.
 */
export function diffBaseTotal(before: Profile, after: Profile, pair: SampleTypePair): number {
  const values = pairedValues(before, pair, 'before');
  const others = pairedValues(after, pair, 'after');
  return (
    mergedMagnitude([before, after], [values, others.map(() => 0)]) ||
    mergedMagnitude([before, after], [values.map(() => 0), others])
  );
}

/**
 * What pprof's percentages refer to under `-base`: the sum of magnitudes of all samples, those before
 * negated, once equal ones are merged (`Merge` in profile/merge.go), so that what is the same on both
 * sides counts for nothing. Two builds of a program have no stack in common, and nothing merges. In the
 * unit of the pair.
 */
export function netTotal(before: Profile, after: Profile, pair: SampleTypePair): number {
  return netTotalOf(before, after, [
    pairedValues(before, pair, 'before'),
    pairedValues(after, pair, 'after'),
  ]);
}

/** `netTotal` of other values of the samples, such as divided ones. */
export function netTotalOf(
  before: Profile,
  after: Profile,
  values: readonly [before: Float64Array, after: Float64Array],
): number {
  return mergedMagnitude([before, after], values);
}

/**
 * By what pprof's `-normalize` multiplies the values after (`Normalize` in profile/merge.go): so that
 * their sum equals that before. 0 where the sum after is nothing.
 */
export function normaliseRatio(before: Profile, after: Profile, pair: SampleTypePair): number {
  const target = sumColumn(pairedValues(before, pair, 'before')).sum;
  const own = sumColumn(pairedValues(after, pair, 'after')).sum;
  return own === 0 ? 0 : target / own;
}

/**
 * Values times a ratio, each rounded to a whole number, halves away from zero, as pprof scales them
 * (`ScaleN` in profile/profile.go). The column itself where the ratio is 1.
 */
export function scaleValues(values: Float64Array, ratio: number): Float64Array {
  if (ratio === 1) return values;
  const scaled = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] * ratio;
    const whole = Math.trunc(value);
    // Adding a half and cutting would be wrong next to a half and above 2^52. + 0 for no negative zero.
    scaled[row] = whole + (Math.abs(value - whole) >= 0.5 ? Math.sign(value) : 0) + 0;
  }
  return scaled;
}

/** A side's values in the unit of the pair; none where the side does not have the type. */
function pairedValues(
  { samples }: Profile,
  pair: SampleTypePair,
  side: 'before' | 'after',
): Float64Array {
  const column = pair[side];
  if (column < 0) return new Float64Array(samples.length);
  return scaleValues(samples.values[column], pair[`${side}Factor`]);
}

/** The sum of magnitudes once the values of the first side are taken from equal samples of the second. */
function mergedMagnitude(
  [before, after]: readonly [Profile, Profile],
  values: readonly [Float64Array, Float64Array],
): number {
  const sums = values.map(sumColumn);
  // Merging changes a sum of magnitudes only where signs differ.
  const isOneSigned = sums.every(({ hasNegative }) => !hasNegative);
  const isOneSided = sums.some(({ magnitude }) => magnitude === 0);
  if (isOneSigned && (isOneSided || !mayShareStacks(before, after))) {
    return sums[0].magnitude + sums[1].magnitude;
  }

  const node = nodesOfSamples(before, after);
  const signed = new Float64Array(node.length);
  for (let at = 0; at < values[0].length; at++) signed[at] = -values[0][at];
  signed.set(values[1], values[0].length);
  const nodeCount = before.stacks.length + after.stacks.length + 1;
  const sum = new Float64Array(nodeCount);
  const magnitude = new Float64Array(nodeCount);
  for (let at = 0; at < node.length; at++) {
    sum[node[at]] += signed[at];
    magnitude[node[at]] += Math.abs(signed[at]);
  }
  let total = 0;
  const isMixed = new Uint8Array(nodeCount);
  for (let row = 0; row < nodeCount; row++) {
    // Where signs differ the sum waits for the label sets.
    if (Math.abs(sum[row]) === magnitude[row]) total += magnitude[row];
    else isMixed[row] = 1;
  }
  return total + sumByLabels([before, after], node, signed, isMixed);
}

function mayShareStacks(before: Profile, after: Profile): boolean {
  const haveStackless = before.samples.stack.includes(-1) && after.samples.stack.includes(-1);
  return haveStackless || mayShareLocations(before, after);
}

/** The node of each sample, those after counting on from those before; the last is the empty stack. */
function nodesOfSamples(before: Profile, after: Profile): Int32Array {
  const nodeOf = mergeStacks(before.stacks, after.stacks, mergeLocations([before, after]));
  const split = before.samples.length;
  const node = new Int32Array(split + after.samples.length);
  for (let at = 0; at < split; at++) {
    const stack = before.samples.stack[at];
    node[at] = stack < 0 ? nodeOf.length : nodeOf[stack];
  }
  for (let at = split; at < node.length; at++) {
    const stack = after.samples.stack[at - split];
    node[at] = stack < 0 ? nodeOf.length : nodeOf[stack + before.stacks.length];
  }
  return node;
}

/** The sum of magnitudes in the mixed nodes, once samples of one node with equal labels are added up. */
function sumByLabels(
  [before, after]: readonly [Profile, Profile],
  node: Int32Array,
  values: Float64Array,
  isMixed: Uint8Array,
): number {
  const sets = new LabelSets();
  const split = before.samples.length;
  const setOf = new Int32Array(node.length).fill(-1);
  for (let at = 0; at < node.length; at++) {
    if (isMixed[node[at]] === 0) continue;
    setOf[at] = at < split ? sets.setOf(before, at) : sets.setOf(after, at - split);
  }
  const { start, order } = groupBy(setOf, sets.count);
  const sumOfNode = new Float64Array(isMixed.length);
  let total = 0;
  // Set by set and not node by node: there are few sets, so that memory is read from end to end.
  for (let set = 0; set < sets.count; set++) {
    for (let i = start[set]; i < start[set + 1]; i++) sumOfNode[node[order[i]]] += values[order[i]];
    for (let i = start[set]; i < start[set + 1]; i++) {
      // Taken once, since the next sample of the node finds it empty.
      total += Math.abs(sumOfNode[node[order[i]]]);
      sumOfNode[node[order[i]]] = 0;
    }
  }
  return total;
}

/** Rows by their group, as order[start[group]..start[group + 1]); those of a negative one are left out. */
function groupBy(groups: Int32Array, count: number): { start: Int32Array; order: Int32Array } {
  const start = new Int32Array(count + 1);
  for (const group of groups) if (group >= 0) start[group + 1]++;
  for (let group = 0; group < count; group++) start[group + 1] += start[group];
  const order = new Int32Array(start[count]);
  const next = start.slice();
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row];
    if (group >= 0) order[next[group]++] = row;
  }
  return { start, order };
}
