import type { ConfidenceColumns, SampleTypePair } from '../../../../bridge/comparison-api.ts';
import { mayBeClaimed } from '../../../../core/text/comparison/evidence.ts';
import { formatSigned } from '../../../../core/units/change.ts';
import { formatValue } from '../../../../core/units/quantity.ts';
import { describeSampleType } from '../../../../core/units/sample-type-words.ts';
import { formatShare } from '../../../../core/units/share.ts';
import { verdictOfWhole } from './change-of-whole.ts';

/** What became of a quantity as a whole, as a sentence that claims no more than sampling allows. */
export function headline(
  quantity: SampleTypePair,
  { before, after }: { readonly before: number; readonly after: number },
  /** Such as `per request`; '' for values as measured. */
  basis: string,
  isSameTotal: boolean,
  confidence: ConfidenceColumns | null,
): string {
  const { title } = describeSampleType(quantity);
  if (isSameTotal) return `${title}: both totals are made the same, so that shares compare.`;
  const what = basis === '' ? title : `${title} ${basis}`;
  if (before === after) return `${what}: no change.`;
  if (!mayBeClaimed(verdictOfWhole(confidence))) {
    return `${what}: no change beyond sampling noise.`;
  }
  const verb = after < before ? 'fell' : 'rose';
  if (before === 0) {
    return `${what} rose from nothing to ${formatValue(after, quantity.unit)}.`;
  }
  return `${what} ${verb} by ${formatShare(Math.abs(after - before), Math.abs(before))} of before.`;
}

/** A change as it is written behind a function's name: `−35.2`, `+1.70 KiB`. */
export const signedValue = (delta: number, unit: string): string =>
  formatSigned(delta, (value) => formatValue(value, unit));
