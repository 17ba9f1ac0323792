/** Characters that are white space to Go (unicode.IsSpace), for use in a class of a regular expression. */
const SPACE =
  '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const field = new RegExp(`[^${SPACE}]+`, 'gu');

/** What stands between white space, as Go's strings.Fields has it. */
export function goFields(text: string): string[] {
  return text.match(field) ?? [];
}

const wholeNumber = /^[+-]?\d+$/;
const decimalNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const notFinite = /^(?:[+-]?inf(?:inity)?|nan)$/i;

/** A 64-bit integer as Go's strconv.Atoi reads it; null for anything else. Rounded to a double. */
export function goInteger(text: string): number | null {
  const value = Number(text);
  return wholeNumber.test(text) && Math.abs(value) < 2 ** 63 ? value : null;
}

/**
 * A decimal number as Go's strconv.ParseFloat reads it, NaN and infinities included; null for anything else.
 * Hexadecimal numbers and underscores are not read: Go prints none.
 */
export function goDecimal(text: string): number | null {
  if (notFinite.test(text)) {
    if (/^nan$/i.test(text)) return Number.NaN;
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const value = Number(text);
  return decimalNumber.test(text) && Number.isFinite(value) ? value : null;
}
