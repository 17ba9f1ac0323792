import { withMinus } from './signs.ts';

/**
 * All digits of a whole number, in groups of three whatever the locale: `26,528,286`.
 *
 * A fraction is rounded. From 1e21 on it is written with an exponent, since the digits would claim
 * an exactness that a double does not have. Infinity is `∞`, NaN a dash.
 */
export function formatInteger(value: number | bigint): string {
  if (typeof value === 'bigint') {
    return withMinus(value < 0n ? -1 : 1, () => grouped(value < 0n ? -value : value));
  }
  return withMinus(Math.round(value), (magnitude) => {
    if (magnitude === Infinity) return '∞';
    if (magnitude >= 1e21) return String(magnitude).replace('e+', 'e');
    return grouped(BigInt(magnitude));
  });
}

function grouped(magnitude: bigint): string {
  return magnitude.toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
}
