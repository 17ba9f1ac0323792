/**
 * A number with two decimals as Go's `%.2f` writes it: correctly rounded, and a value exactly
 * half-way goes to the even digit, where JavaScript's `toFixed` rounds it up. Halves are common
 * here, since 128 bytes are 0.125 kB. NaN, +Inf and -Inf for what is not finite.
 */
export function twoDecimals(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 ? '-' : '';
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return `${sign || '+'}Inf`;
  if (magnitude >= 1e21) return `${sign}${BigInt(magnitude)}.00`;
  // Half-way values end in .125, .375, .625 or .875; the digit before the 5 is even in two of them.
  const roundsDownToEven = (magnitude * 8) % 4 === 1;
  return sign + (roundsDownToEven ? magnitude.toFixed(3).slice(0, -1) : magnitude.toFixed(2));
}
