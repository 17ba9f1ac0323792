import { shortNumber } from './short-number.ts';
import { withMinus } from './signs.ts';

const KiB = { factor: 2 ** 10, suffix: ' KiB' };
const MiB = { factor: 2 ** 20, suffix: ' MiB' };
const GiB = { factor: 2 ** 30, suffix: ' GiB' };
const TiB = { factor: 2 ** 40, suffix: ' TiB' };
const PiB = { factor: 2 ** 50, suffix: ' PiB' };

/**
 * Bytes in three significant digits with a binary prefix by its IEC name: `512 B`, `36.5 KiB`,
 * `1,012 KiB`, `2.78 GiB`. Infinity is `∞ B`, NaN a dash.
 */
export function formatBytes(bytes: number): string {
  return withMinus(bytes, (magnitude) => {
    if (magnitude === Infinity) return '∞ B';
    return shortNumber(magnitude, [{ factor: 1, suffix: ' B' }, KiB, MiB, GiB, TiB, PiB]);
  });
}

/** The same of a number of MiB, in which the collector tells its sizes. */
export function formatMebibytes(mebibytes: number): string {
  return formatBytes(mebibytes * MiB.factor);
}
