import { erfc } from '../../../analysis/comparison/special-functions.ts';
import { lowerTailWithoutTies, lowerTailWithTies } from './u-distribution.ts';

/** The largest samples for which the exact distribution of U is used, as in go-moremath. */
const EXACT_LIMIT = 50;
const EXACT_LIMIT_WITH_TIES = 25;

/** How unlike two samples are, as a probability of samples at least so far apart if both came of one population. */
export interface UTest {
  /**
   * As benchstat has it. Where values are tied and the samples have different sizes, which makes the distribution
   * of U lopsided, it takes twice the tail of the first sample, and may come out far too small, or as 0.
   */
  readonly p: number;
  /** With the tails of both samples, which is right there, too. */
  readonly pOfBothTails: number;
}

/**
 * The two-sided Mann-Whitney U-test. Null when all values of both are equal, of which it says nothing. Takes samples
 * in ascending order, of one value at least.
 *
 * As benchstat has it from github.com/aclements/go-moremath/stats (MannWhitneyUTest): exact up to 50 values a
 * side, or 25 where values are tied; beyond it by the normal approximation with corrections for ties and for
 * continuity.
 */
export function mannWhitney(first: Float64Array, second: Float64Array): UTest | null {
  const { twoU, ties } = ranked(first, second);
  if (ties.length === 1) return null;
  if (!isExact(first, second, ties)) {
    const p = normalP(first.length, second.length, twoU / 2, ties);
    return { p, pOfBothTails: p };
  }
  const twoPairs = 2 * first.length * second.length;
  const twoSmallerU = Math.min(twoU, twoPairs - twoU);
  if (2 * twoSmallerU === twoPairs) return { p: 1, pOfBothTails: 1 };
  if (!hasTies(ties)) {
    const p = 2 * lowerTailWithoutTies(first.length, second.length, twoSmallerU / 2);
    return { p, pOfBothTails: p };
  }
  const tail = lowerTailWithTies(first.length, ties, twoSmallerU);
  const otherTail =
    first.length === second.length ? tail : lowerTailWithTies(second.length, ties, twoSmallerU);
  return { p: 2 * tail, pOfBothTails: tail + otherTail };
}

/** Twice the U of the first sample, and how many values share each rank, from the lowest on. */
function ranked(
  first: Float64Array,
  second: Float64Array,
): { readonly twoU: number; readonly ties: readonly number[] } {
  const ties: number[] = [];
  let twoU = 0;
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    const value = Math.min(first[i] ?? Infinity, second[j] ?? Infinity);
    const [startI, startJ] = [i, j];
    while (first[i] === value) i++;
    while (second[j] === value) j++;
    twoU += (i - startI) * (startJ + j);
    ties.push(i - startI + j - startJ);
  }
  return { twoU, ties };
}

function hasTies(ties: readonly number[]): boolean {
  return ties.some((tied) => tied > 1);
}

function isExact(first: Float64Array, second: Float64Array, ties: readonly number[]): boolean {
  const limit = hasTies(ties) ? EXACT_LIMIT_WITH_TIES : EXACT_LIMIT;
  return first.length <= limit && second.length <= limit;
}

function normalP(first: number, second: number, u: number, ties: readonly number[]): number {
  const all = first + second;
  const tied = ties.reduce((sum, count) => sum + count ** 3 - count, 0);
  const spread = Math.sqrt((first * second * (all + 1 - tied / (all * (all - 1)))) / 12);
  const off = u - (first * second) / 2;
  const z = (off - Math.sign(off) * 0.5) / spread;
  return erfc(Math.abs(z) / Math.SQRT2);
}
