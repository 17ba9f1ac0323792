/** P(M >= least) for M binomial of n with probability `share`[0] / `share`[1], summed in whole numbers. */
export function binomialTail(
  n: number,
  least: number,
  share: readonly [bigint, bigint] = [1n, 2n],
): number {
  const [yes, all] = share;
  let ways = 1n;
  let sum = 0n;
  for (let k = 0; k <= n; k++) {
    if (k >= least) sum += ways * yes ** BigInt(k) * (all - yes) ** BigInt(n - k);
    ways = (ways * BigInt(n - k)) / BigInt(k + 1);
  }
  // Digits enough behind the point, however small the quotient is.
  return Number(`${(sum * 10n ** 900n) / all ** BigInt(n)}e-900`);
}
