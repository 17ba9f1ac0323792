import type { StackTable } from '../profile/profile.ts';
import { compilePattern, type PatternSource } from '../text/pattern.ts';
import type { FrameIndex, FrameTable } from './frames.ts';
import type { StackWeights } from './weights.ts';

/** A 1 for each frame whose name matches. Throws Error with a sentence when the pattern is wrong. */
export function matchFrames(frames: FrameTable, source: PatternSource): Uint8Array {
  const pattern = compilePattern(source);
  if ('error' in pattern) throw new Error(pattern.error);
  return Uint8Array.from(frames.name, (name) => (pattern.matches(name) ? 1 : 0));
}

/** A 1 for each location that is one of the marked frames, be it inlined or not. */
export function markLocations({ frameStart, frameOf }: FrameIndex, marked: Uint8Array): Uint8Array {
  const locations = new Uint8Array(frameStart.length - 1);
  for (let location = 0; location < locations.length; location++) {
    for (let at = frameStart[location]; at < frameStart[location + 1]; at++) {
      if (marked[frameOf[at]] !== 0) locations[location] = 1;
    }
  }
  return locations;
}

/**
 * For each stack the sum of magnitudes of the samples that end in it or below and have a marked
 * location in it or below: what of its box lies under marks when none of its callers is marked.
 */
export function weighMatches(
  stacks: StackTable,
  weights: StackWeights,
  isMarked: Uint8Array,
): Float64Array {
  const { parent, location } = stacks;
  const matched = new Float64Array(stacks.length);
  for (let row = stacks.length - 1; row >= 0; row--) {
    if (isMarked[location[row]] !== 0) matched[row] = weights.weight[row];
    if (parent[row] >= 0) matched[parent[row]] += matched[row];
  }
  return matched;
}

/** Sum of `weighMatches` over all stacks: each sample counts once however often it matches. */
export function totalMatched(stacks: StackTable, matched: Float64Array): number {
  let total = 0;
  for (let row = 0; row < stacks.length; row = stacks.subtreeEnd[row]) total += matched[row];
  return total;
}
