/**
 * q-values after Benjamini and Hochberg (1995): calling all rows with q < 0.05 changed is wrong in 5 %
 * of those calls on average. Rows that are not `counted` take no part and have q = 1. The procedure
 * holds for rows that depend on one another as callers and callees do, in one direction (Benjamini and
 * Yekutieli 2001, PRDS).
 */
export function falseDiscoveryRates(pValue: Float64Array, counted: Uint8Array): Float64Array {
  const qValue = new Float64Array(pValue.length).fill(1);
  const sorted = pValue.filter((_, row) => counted[row] !== 0).sort();
  // The rate at each p: the least over all larger p of p × rows / rows as small.
  const rates = new Float64Array(sorted.length);
  let least = 1;
  for (let rank = sorted.length - 1; rank >= 0; rank--) {
    least = Math.min(least, (sorted[rank] * sorted.length) / (rank + 1));
    rates[rank] = least;
  }
  for (let row = 0; row < pValue.length; row++) {
    if (counted[row] !== 0) qValue[row] = rates[firstAtLeast(sorted, pValue[row])];
  }
  return qValue;
}

/** First place in an ascending column whose number is not below `value`. */
function firstAtLeast(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle] < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
