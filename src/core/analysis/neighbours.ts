import type { StackTable } from '../profile/profile.ts';
import type { FrameIndex } from './frames.ts';
import type { Occurrences } from './occurrences.ts';
import type { StackWeights } from './weights.ts';

/** Stands for no frame: nothing calls the function, or it calls nothing and the value is its own. */
export const NO_FRAME = -1;

/** Values that pass between a function and other frames, heaviest first; no value is zero. */
export interface NeighbourValues {
  /** Rows of the frame table; `NO_FRAME` for no frame. */
  readonly frame: Int32Array;
  readonly value: Float64Array;
}

/**
 * Who calls a frame. A sample counts for the caller of the outermost of its occurrences, so that the
 * values add up to the frame's cum even where it recurs.
 */
export function callersOf(
  stacks: StackTable,
  { frameStart, frameOf }: FrameIndex,
  weights: StackWeights,
  { frame, rows }: Occurrences,
): NeighbourValues {
  const { parent, location } = stacks;
  const sums = new Map<number, number>();
  for (const row of rows) {
    const first = frameStart[location[row]];
    let caller = NO_FRAME;
    if (frameOf[first] === frame) {
      if (parent[row] >= 0) caller = frameOf[frameStart[location[parent[row]] + 1] - 1];
    } else {
      let at = first + 1;
      while (frameOf[at] !== frame) at++;
      caller = frameOf[at - 1];
    }
    sums.set(caller, (sums.get(caller) ?? 0) + weights.total[row]);
  }
  return heaviestFirst(sums);
}

/**
 * What a frame calls. A sample counts for the callee of the innermost of the frame's occurrences, or
 * for `NO_FRAME` where that is the leaf, so that the values add up to the frame's cum, and that of
 * `NO_FRAME` is its flat value.
 */
export function calleesOf(
  stacks: StackTable,
  { frames, frameStart, frameOf }: FrameIndex,
  weights: StackWeights,
  { frame, rows }: Occurrences,
): NeighbourValues {
  const { parent, location, subtreeEnd } = stacks;
  /** By frame; `NO_FRAME` has the last place. */
  const sums = new Float64Array(frames.length + 1);
  // For each stack the callee of the innermost occurrence in it.
  const callees = new Int32Array(stacks.length);
  for (const outermost of rows) {
    for (let row = outermost; row < subtreeEnd[outermost]; row++) {
      let callee = row === outermost ? UNSEEN : callees[parent[row]];
      const end = frameStart[location[row] + 1];
      for (let at = frameStart[location[row]]; at < end; at++) {
        if (frameOf[at] === frame) callee = NO_FRAME;
        else if (callee === NO_FRAME) callee = frameOf[at];
      }
      callees[row] = callee;
      sums[callee === NO_FRAME ? frames.length : callee] += weights.self[row];
    }
  }
  const values = new Map([[NO_FRAME, sums[frames.length]]]);
  for (let callee = 0; callee < frames.length; callee++) {
    if (sums[callee] !== 0) values.set(callee, sums[callee]);
  }
  return heaviestFirst(values);
}

/** No occurrence so far: neither a frame nor `NO_FRAME`. */
const UNSEEN = -2;

function heaviestFirst(sums: ReadonlyMap<number, number>): NeighbourValues {
  const entries = [...sums].filter(([, value]) => value !== 0);
  entries.sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || a - b);
  return {
    frame: Int32Array.from(entries, ([frame]) => frame),
    value: Float64Array.from(entries, ([, value]) => value),
  };
}
