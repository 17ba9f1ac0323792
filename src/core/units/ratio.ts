import { formatCount } from './count.ts';
import { notANumber } from './signs.ts';

/**
 * After as a multiple of before, in three significant digits: `×0.320`, `×1`, `×12.3`. `from 0`
 * where there was nothing before, `to 0` where there is nothing after, which says nothing of whether a
 * function is still there: it may call others; a dash for nothing on either side, and
 * where the sign changed, since no multiple says that.
 */
export function formatRatio(before: number, after: number): string {
  if (before === 0) return after === 0 ? notANumber : 'from 0';
  if (after === 0) return 'to 0';
  const ratio = after / before;
  if (Number.isNaN(ratio) || ratio < 0) return notANumber;
  return ratio < 0.001 ? '<×0.001' : `×${formatCount(ratio)}`;
}
