/**
 * How a profiler drew the samples of one sample type:
 * - `heap-objects`, `heap-bytes`: Go draws each allocated object of `size` bytes on its own, with the
 *   probability 1 - exp(-size / period) (runtime/malloc.go, `nextSample`).
 * - `ticks`: a clock draws; every draw stands for `period` of the value.
 * - `exact`: everything was counted.
 */
export interface SamplingRule {
  readonly kind: 'heap-objects' | 'heap-bytes' | 'ticks' | 'exact';
  /** Mean bytes between two draws, or what one tick stands for, in the unit of the value. */
  readonly period: number;
}

/** Sizes from this many periods on are drawn with a probability above 0.9999, and count as exact. */
const EXACT_PERIODS = 9.2;

/**
 * What a draw stands for beyond the object that was seen, in units of the value: (1 - p) / p objects,
 * or as many times its size. A bucket with the value y has the variance y times this: binomial
 * thinning of a fixed unknown number of objects (k draws estimate k / p, with variance k (1 - p) / p²).
 */
export function unseenPerDraw({ kind, period }: SamplingRule, size: number): number {
  if (kind === 'exact') return 0;
  if (kind === 'ticks') return period;
  // Go writes what it counted when the rate is 1: every object is drawn.
  if (period <= 1 || size > EXACT_PERIODS * period) return 0;
  return (kind === 'heap-objects' ? 1 : size) / Math.expm1(size / period);
}

/** What of a draw's value was seen itself and is certain, in units of the value. */
export function seenPerDraw({ kind }: SamplingRule, size: number): number {
  if (kind === 'ticks') return 0;
  return kind === 'heap-bytes' ? size : 1;
}

export function isSameRule(a: SamplingRule, b: SamplingRule): boolean {
  return a.kind === b.kind && a.period === b.period;
}
