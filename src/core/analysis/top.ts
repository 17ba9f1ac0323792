import type { Profile, StackTable } from '../profile/profile.ts';
import { sumColumn } from './column-sums.ts';
import type { FrameIndex, FrameTable } from './frames.ts';
import type { StackWeights } from './weights.ts';

/** What every frame weighs; columns by row of the frame table. */
export interface FrameSums {
  /** Sum of the samples whose leaf it is: the innermost inlined frame of their leaf location. */
  readonly flat: Float64Array;
  /** Sum of the samples in whose stack it occurs, each once however often it recurs. */
  readonly cum: Float64Array;
}

/** The value by which the heaviest frames come first. */
export type TopOrder = 'flat' | 'cum';

/**
 * Sums every frame's samples, in one pass over the stacks in depth-first order. A frame counts at its
 * outermost row of a path alone: all rows up to the end of that row's subtree have it on their path.
 */
export function sumFrames(
  stacks: StackTable,
  { frames, frameStart, frameOf }: FrameIndex,
  weights: StackWeights,
): FrameSums {
  const { location, subtreeEnd } = stacks;
  const { self, total, weight } = weights;
  const flat = new Float64Array(frames.length);
  const cum = new Float64Array(frames.length);
  const onPathUntil = new Int32Array(frames.length);
  for (let row = 0; row < stacks.length; ) {
    const until = subtreeEnd[row];
    if (weight[row] === 0) {
      row = until;
      continue;
    }
    const end = frameStart[location[row] + 1];
    for (let at = frameStart[location[row]]; at < end; at++) {
      const frame = frameOf[at];
      if (row < onPathUntil[frame]) continue;
      onPathUntil[frame] = until;
      cum[frame] += total[row];
    }
    // More than half of the rows are callers alone: to pass over them spares a miss of the cache.
    if (self[row] !== 0) flat[frameOf[end - 1]] += self[row];
    row++;
  }
  return { flat, cum };
}

/**
 * For each frame the sums of two sample types over the samples whose leaf it is; `keeps` as in weights.
 * Finding the leaves is what takes the time, hence two at once.
 */
export function sumLeaves(
  { samples, stacks }: Profile,
  { frames, frameStart, frameOf }: FrameIndex,
  sampleTypes: readonly [number, number],
  keeps: Uint8Array | null,
): [Float64Array, Float64Array] {
  const [first, second] = [samples.values[sampleTypes[0]], samples.values[sampleTypes[1]]];
  const flat: [Float64Array, Float64Array] = [
    new Float64Array(frames.length),
    new Float64Array(frames.length),
  ];
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (stack < 0 || (keeps !== null && keeps[stack] === 0)) continue;
    const leaf = frameOf[frameStart[stacks.location[stack] + 1] - 1];
    flat[0][leaf] += first[sample];
    flat[1][leaf] += second[sample];
  }
  return flat;
}

/**
 * The frames that are not zero in both columns, in the order of pprof's tables (`Nodes.Sort` in
 * internal/graph/graph.go): by magnitude, ties by name, then by the other column.
 */
export function topFrames(frames: FrameTable, sums: FrameSums, order: TopOrder): Int32Array {
  const [first, last] = order === 'flat' ? [sums.flat, sums.cum] : [sums.cum, sums.flat];
  return nonZeroFrames(sums).sort(
    (a, b) =>
      Math.abs(first[b]) - Math.abs(first[a]) ||
      compareText(frames.name[a], frames.name[b]) ||
      Math.abs(last[b]) - Math.abs(last[a]) ||
      // What is left are files, of which pprof shows a row for each line where functions start; it
      // compares the lines as text.
      compareText(`${frames.line[a]} `, `${frames.line[b]} `) ||
      a - b,
  );
}

/** The frames that are not zero in both columns, ascending. */
export function nonZeroFrames({ flat, cum }: FrameSums): Int32Array {
  const rows = new Int32Array(flat.length);
  let count = 0;
  for (let frame = 0; frame < flat.length; frame++) {
    if (flat[frame] !== 0 || cum[frame] !== 0) rows[count++] = frame;
  }
  return rows.subarray(0, count);
}

/**
 * Order of texts by code unit: the same on every machine. It is pprof's, which goes by bytes of UTF-8, but where a
 * character beyond U+FFFF meets one from U+E000 on.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sum of magnitudes of all samples that count; `keeps` as in weights. */
export function sumMagnitudes(
  { samples }: Profile,
  sampleType: number,
  keeps: Uint8Array | null = null,
): number {
  const values = samples.values[sampleType];
  if (keeps === null) return sumColumn(values).magnitude;
  let sum = 0;
  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    if (stack >= 0 && keeps[stack] !== 0) sum += Math.abs(values[sample]);
  }
  return sum;
}

/**
 * What pprof's percentages refer to (`computeTotal` in internal/report/report.go): the sum of
 * magnitudes of all samples, or where some carry the label `pprof::base` = `true`, as a saved
 * comparison's do, of those alone.
 */
export function reportTotal(profile: Profile, sampleType: number): number {
  const { samples, labels } = profile;
  const baseKey = labels.text.indexOf('pprof::base');
  const baseValue = labels.text.indexOf('true');
  let baseTotal = 0;
  if (baseKey >= 0 && baseValue >= 0) {
    const values = samples.values[sampleType];
    for (let sample = 0; sample < samples.length; sample++) {
      for (let row = samples.labelStart[sample]; row < samples.labelStart[sample + 1]; row++) {
        if (labels.key[row] !== baseKey || labels.str[row] !== baseValue) continue;
        baseTotal += Math.abs(values[sample]);
        break;
      }
    }
  }
  return baseTotal > 0 ? baseTotal : sumMagnitudes(profile, sampleType);
}
