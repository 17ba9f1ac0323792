import { shortNumber } from './short-number.ts';
import { withMinus } from './signs.ts';

const k = { factor: 1e3, suffix: 'k' };
const M = { factor: 1e6, suffix: 'M' };
const G = { factor: 1e9, suffix: 'G' };
const T = { factor: 1e12, suffix: 'T' };
const P = { factor: 1e15, suffix: 'P' };

/**
 * A count in three significant digits with a decimal prefix: `45.2`, `980`, `26.5M`, `1.20G`.
 * G is 10^9: a B would read as bytes. Infinity is `∞`, NaN a dash.
 */
export function formatCount(count: number): string {
  return withMinus(count, (magnitude) => {
    if (magnitude === Infinity) return '∞';
    return shortNumber(magnitude, [{ factor: 1, suffix: '' }, k, M, G, T, P]);
  });
}
