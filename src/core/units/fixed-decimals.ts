/**
 * A number with so many decimals as Go's `%.2f` (and `strconv.FormatFloat(value, 'f', decimals)`) writes it:
 * correctly rounded, and a value exactly half-way goes to the even digit, where JavaScript's `toFixed`
 * rounds it up. NaN, +Inf and -Inf for what is not finite; zero never has a sign.
 */
export function fixedDecimals(value: number, decimals: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 ? '-' : '';
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return `${sign || '+'}Inf`;
  if (magnitude >= 1e21) return `${sign}${wholeNumber(magnitude, decimals)}`;
  // A half of the last digit is an odd number of 2^-(decimals + 1), whatever the power of five.
  const isHalfway = (magnitude * 2 ** (decimals + 1)) % 2 === 1;
  if (!isHalfway) return sign + magnitude.toFixed(decimals);
  const below = magnitude.toFixed(decimals + 1).slice(0, decimals === 0 ? -2 : -1);
  return sign + ('02468'.includes(below.at(-1) ?? '') ? below : magnitude.toFixed(decimals));
}

/** From 1e21 on, where `toFixed` turns to exponents, every double is a whole number. */
function wholeNumber(magnitude: number, decimals: number): string {
  return `${BigInt(magnitude)}${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
}
