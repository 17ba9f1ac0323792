import { choose } from './choose.ts';

/*
 * The distribution of the Mann-Whitney U of two samples of one population: the number of pairs in which the
 * value of the first sample is the greater, plus half the number of pairs that are equal.
 */

/**
 * Probability of a U of at most `u`, when no two values are equal. By the recurrence of Mann and Whitney
 * (1947), in floating point and in the order in which go-moremath's UDist adds it up, so that a probability on
 * the brink of a threshold falls to the same side.
 */
export function lowerTailWithoutTies(first: number, second: number, u: number): number {
  const [small, large] = first < second ? [first, second] : [second, first];
  // rows[n][v] is the probability of U = v for n and m values; n <= m suffices, since n and m may be swapped.
  const rows = Array.from({ length: small + 1 }, () => new Float64Array(u + 1));
  for (let m = 0; m <= large; m++) {
    rows[0][0] = 1;
    for (let n = 1; n <= Math.min(small, m); n++) {
      const fewer = rows[n - 1];
      const row = rows[n];
      const shorter = n < m ? row : rows[m - 1];
      for (let v = Math.min(u, n * m); v >= 0; v--) {
        const withGreatest = v < m ? 0 : n * fewer[v - m];
        row[v] = (withGreatest + m * shorter[v]) / (n + m);
      }
    }
  }
  return rows[small].reduce((sum, probability) => sum + probability, 0);
}

/**
 * Probability of a U of at most `twoU` / 2 for a first sample of `first` values, when `ties` values share each
 * rank, from the lowest rank on. Counts the ways to deal the ranks to the samples, rank by rank (the
 * generating function of Klotz 1966); exact while the counts are, which is to 50 values in all.
 */
export function lowerTailWithTies(first: number, ties: readonly number[], twoU: number): number {
  // ways[n][v]: ways in which the ranks so far give n values to the first sample and 2 U = v.
  const ways = Array.from({ length: first + 1 }, () => new Float64Array(twoU + 1));
  ways[0][0] = 1;
  let below = 0;
  for (const tied of ties) {
    for (let n = first; n > 0; n--) {
      for (let taken = 1; taken <= Math.min(tied, n); taken++) {
        const lowerInSecond = below - (n - taken);
        if (lowerInSecond < 0) continue;
        const gain = taken * (2 * lowerInSecond + tied - taken);
        addShifted(ways[n], ways[n - taken], gain, choose(tied, taken));
      }
    }
    below += tied;
  }
  return ways[first].reduce((sum, count) => sum + count, 0) / choose(below, first);
}

function addShifted(to: Float64Array, from: Float64Array, shift: number, factor: number): void {
  for (let v = shift; v < to.length; v++) to[v] += factor * from[v - shift];
}
