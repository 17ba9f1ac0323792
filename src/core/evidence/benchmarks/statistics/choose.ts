/**
 * The number of ways to choose k of n things. Exact up to n = 50, the most that is asked for: no step leaves
 * the integers that a double holds.
 */
export function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let ways = 1;
  for (let taken = 1; taken <= Math.min(k, n - k); taken++) {
    ways = (ways * (n - taken + 1)) / taken;
  }
  return ways;
}
