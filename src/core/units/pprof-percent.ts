import { twoDecimals } from './two-decimals.ts';

/**
 * A share of a total as pprof prints it (measurement.Percentage), without its padding: `100%` from
 * 99.95 to 100.05, two decimals from 1 on, two significant digits below, `0%` of nothing.
 * It never has a sign. In pprof's columns it stands right-aligned in six characters.
 */
export function pprofPercent(value: number, total: number): string {
  const percent = total === 0 ? 0 : Math.abs(value / total) * 100;
  if (percent >= 99.95 && percent <= 100.05) return '100%';
  return `${percent < 1 ? twoSignificantDigits(percent) : twoDecimals(percent)}%`;
}

/** Values exactly half-way between two of two digits whose even neighbour is the lower one. */
const roundedDownToEven: ReadonlyMap<number, string> = new Map([
  [0.0625, '0.062'],
  [0.125, '0.12'],
  [0.625, '0.62'],
]);

/** Go's `%.2g` for 0 <= value < 1: no trailing zeros, an exponent of two digits below 0.0001. */
function twoSignificantDigits(value: number): string {
  if (value === 0) return '0';
  const even = roundedDownToEven.get(value);
  if (even !== undefined) return even;
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
  if (Number(exponent) >= -4) return String(Number(value.toPrecision(2)));
  return `${Number(mantissa)}e-${exponent.slice(1).padStart(2, '0')}`;
}
