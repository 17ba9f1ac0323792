import { erfc } from '../../../analysis/comparison/special-functions.ts';
import { lowerTailWithoutTies, lowerTailWithTies } from './u-distribution.ts';

/** The largest samples for which the exact distribution of U is used, as in go-moremath. */
const EXACT_LIMIT = 50;
const EXACT_LIMIT_WITH_TIES = 25;

/**
 * The p-value of the two-sided Mann-Whitney U-test: the probability of samples at least so far apart if both
 * came of one population. Null when all values of both are equal, of which the test says nothing. Takes samples
 * in ascending order, of one value at least.
 *
 * As benchstat has it from github.com/aclements/go-moremath/stats (MannWhitneyUTest): exact up to 50 values a
 * side, or 25 where values are tied; beyond it by the normal approximation with corrections for ties and for
 * continuity.
 */
export function mannWhitneyP(first: Float64Array, second: Float64Array): number | null {
  const { twoU, ties } = ranked(first, second);
  if (ties.length === 1) return null;
  const pairs = first.length * second.length;
  if (twoU === pairs && isExact(first, second, ties)) return 1;
  if (!isExact(first, second, ties)) return normalP(first.length, second.length, twoU / 2, ties);
  const twoSmallerU = Math.min(twoU, 2 * pairs - twoU);
  return (
    2 *
    (hasTies(ties)
      ? lowerTailWithTies(first.length, ties, twoSmallerU)
      : lowerTailWithoutTies(first.length, second.length, twoSmallerU / 2))
  );
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
