import { mannWhitney } from './mann-whitney.ts';
import type { Assumption } from './summary.ts';

/** Whether two samples of a benchmark differ. */
export interface Comparison {
  /** Probability of samples so far apart if there were no difference, as benchstat has it; 0 of exact values. */
  readonly p: number;
  /** Whether `p` is at most alpha. */
  readonly isSignificant: boolean;
  readonly caution: ComparisonCaution | null;
}

/** Why a comparison could not tell, or what it told cannot be relied on. */
export type ComparisonCaution =
  /** All values of both sides are the same. */
  | { readonly kind: 'all-equal' }
  /** It takes `least` runs a side to detect any difference at `alpha`; null for more than 9. */
  | { readonly kind: 'too-few-runs'; readonly least: number | null; readonly alpha: number }
  /**
   * The sides have different numbers of runs and values in common, for which benchstat's p is wrong, so much that the
   * right one, `p`, lies on the other side of alpha. benchstat does not warn of it.
   */
  | { readonly kind: 'lopsided'; readonly p: number };

/**
 * Compares two samples, each in ascending order and of one value at least, as golang.org/x/perf/benchmath has it
 * (Compare of AssumeNothing and of AssumeExact). A difference is significant if its p is at most `alpha`.
 */
export function compare(
  before: Float64Array,
  after: Float64Array,
  assumption: Assumption,
  alpha: number,
): Comparison {
  if (assumption === 'exact') return { p: 0, isSignificant: true, caution: null };
  const test = mannWhitney(before, after);
  if (test === null) return { p: 1, isSignificant: false, caution: { kind: 'all-equal' } };
  const { p, pOfBothTails } = test;
  const isSignificant = p <= alpha;
  if (isSignificant !== pOfBothTails <= alpha) {
    return { p, isSignificant, caution: { kind: 'lopsided', p: pOfBothTails } };
  }
  const least = leastForDifference(alpha);
  const isTooFew = Math.max(before.length, after.length) < (least ?? MOST_ASKED_FOR + 1);
  return {
    p,
    isSignificant,
    caution: isTooFew && !isSignificant ? { kind: 'too-few-runs', least, alpha } : null,
  };
}

/** Beyond it benchstat says that more are needed, not how many. */
const MOST_ASKED_FOR = 9;

/** The fewest runs a side that can differ significantly, if all of one side are above all of the other. */
function leastForDifference(alpha: number): number | null {
  for (let runs = 1; runs <= MOST_ASKED_FOR; runs++) {
    const low = new Float64Array(runs).fill(-1);
    const high = new Float64Array(runs).fill(1);
    if ((mannWhitney(low, high)?.p ?? 1) <= alpha) return runs;
  }
  return null;
}
