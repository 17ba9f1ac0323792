import type { SizeSpread } from './facts.ts';

/** Sizes from one to the next that a growing slice takes: double its room, rounded to a size of the allocator. */
const DOUBLES = { least: 1.55, most: 2.35 };

/** How many sizes in a row make a growth rather than chance. */
const FEWEST_SIZES = 4;

/**
 * Whether sizes and numbers are as those of slices that start small and double: every size about twice the one
 * before, and none much more frequent than the smaller ones, since who reaches a size has passed those.
 */
export function looksLikeGrowth({ sizeBytes, objects }: SizeSpread): boolean {
  if (sizeBytes.length < FEWEST_SIZES) return false;
  let most = objects[0];
  for (let i = 1; i < sizeBytes.length; i++) {
    const ratio = sizeBytes[i] / sizeBytes[i - 1];
    if (ratio < DOUBLES.least || ratio > DOUBLES.most) return false;
    // The numbers are estimates from samples, often of a handful.
    if (objects[i] > 2 * most) return false;
    most = Math.max(most, objects[i]);
  }
  return true;
}

/** The largest size; 0 of none. */
export function largestBytes(sizes: SizeSpread | null): number {
  return sizes?.sizeBytes.at(-1) ?? 0;
}

/** The smallest size; 0 of none. */
export function smallestBytes(sizes: SizeSpread | null): number {
  return sizes?.sizeBytes[0] ?? 0;
}
