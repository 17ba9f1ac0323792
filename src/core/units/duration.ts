import { formatInteger } from './integer.ts';
import { shortNumber } from './short-number.ts';
import { withMinus } from './signs.ts';

const ns = { factor: 1, suffix: ' ns' };
const us = { factor: 1e3, suffix: ' µs' };
const ms = { factor: 1e6, suffix: ' ms' };
const s = { factor: 1e9, suffix: ' s' };

/**
 * A time span given in nanoseconds: three significant digits below a minute (`15 ns`, `12.3 ms`,
 * `1.25 s`), two units from there (`2 min 5 s`, `1 h 3 min`, `3 d 4 h`), the smaller one rounded.
 * Infinity is `∞ s`, NaN a dash.
 */
export function formatDuration(nanoseconds: number): string {
  return withMinus(nanoseconds, (magnitude) => {
    if (magnitude === 0) return '0 s';
    if (magnitude === Infinity) return '∞ s';
    // What would round up to 60.0 s is a minute already.
    if (magnitude < 59.95e9) return shortNumber(magnitude, [ns, us, ms, s]);
    return inTwoUnits(magnitude / 1e9);
  });
}

function inTwoUnits(seconds: number): string {
  const wholeSeconds = Math.round(seconds);
  if (wholeSeconds < 3600) return pair(wholeSeconds, 60, 'min', 's');
  const wholeMinutes = Math.round(seconds / 60);
  if (wholeMinutes < 24 * 60) return pair(wholeMinutes, 60, 'h', 'min');
  return pair(Math.round(seconds / 3600), 24, 'd', 'h');
}

function pair(total: number, perLarge: number, large: string, small: string): string {
  const rest = total % perLarge;
  const head = `${formatInteger((total - rest) / perLarge)} ${large}`;
  return rest === 0 ? head : `${head} ${rest} ${small}`;
}
