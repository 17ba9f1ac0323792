import { formatShare } from './share.ts';
import { notANumber } from './signs.ts';

/**
 * A difference with its sign written even when it is positive: `+36.5 KiB`, `−12.3 ms`. Zero has
 * none, nor has a dash for what is no number. `write` is any of this folder's formats, which bring
 * the minus themselves.
 */
export function formatSigned(difference: number, write: (value: number) => string): string {
  const text = write(difference);
  return difference > 0 && text !== notANumber ? `+${text}` : text;
}

/**
 * The change from `before` to `after` as a share of `before`: `−68.3%`, `+1.7%`, `0%`. `new` where
 * there was nothing before, since no percentage says that; a dash when either is not a number.
 */
export function formatChange(before: number, after: number): string {
  if (before === after) return '0%';
  if (Number.isNaN(before + after)) return notANumber;
  if (before === 0) return 'new';
  return formatSigned(after - before, (value) => formatShare(value, Math.abs(before)));
}
