/** What stands where a number cannot: for NaN, and for shares of nothing. */
export const notANumber = '—';

/** U+2212, as wide as a plus in tabular figures, unlike the hyphen. */
const minus = '−';

/** Writes a negative number with a real minus sign before what `write` makes of its magnitude. */
export function withMinus(value: number, write: (magnitude: number) => string): string {
  if (Number.isNaN(value)) return notANumber;
  return value < 0 ? minus + write(-value) : write(Math.abs(value));
}
