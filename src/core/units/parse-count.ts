import { visibleText } from '../text/visible-text.ts';

const factors: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 };

/** Digits, in groups of three or not, a fraction, an exponent; then k, M, G or T. */
const written =
  /^(?<whole>\d+|\d{1,3}(?:(?<gap>[, _'’\u00a0\u2009\u202f])\d{3})(?:\k<gap>\d{3})*)?(?<fraction>\.\d*)?(?<exponent>e\+?\d{1,3})?\s*(?<suffix>[kmgt]?)$/i;

/**
 * The number above zero that a person wrote to divide by: `80000`, `80,000`, `80k`, `1.5M`, `8e4`. Commas,
 * spaces, underscores and apostrophes group digits. A sentence where there is no such number.
 */
export function parseDivisor(text: string): number | { readonly error: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { error: 'Write a number.' };
  const quoted = `“${visibleText(trimmed.slice(0, 40))}”`;
  if (/^[-−]/.test(trimmed)) return { error: `${quoted} is not above zero.` };
  if (/^\d+,\d{1,2}$/.test(trimmed)) {
    return { error: `In ${quoted} the comma would group digits: write a point before a fraction.` };
  }
  const {
    whole = '',
    fraction = '',
    exponent = '',
    suffix = '',
  } = written.exec(trimmed)?.groups ?? {};
  const digits = whole.replace(/\D/g, '') + fraction;
  const value = Number(digits + exponent) * (factors[suffix.toLowerCase()] ?? Number.NaN);
  if (!/\d/.test(digits) || Number.isNaN(value)) {
    return { error: `${quoted} is not a number: write 80000, 80,000 or 80k.` };
  }
  if (value === 0) return { error: 'Nothing can be divided by zero.' };
  // Beyond this the values divided by it would lose all their digits.
  return value < 1e18 && value > 1e-18 ? value : { error: `${quoted} is too large or too small.` };
}
