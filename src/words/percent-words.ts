import type { SampleTypePair } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import type { Denominator } from '../core/text/comparison/quantity-words.ts';
import { lowerFirst } from '../core/text/lower-first.ts';
import { formatQuantity } from '../core/units/quantity.ts';
import { describeSampleType } from '../core/units/sample-type-words.ts';

/** What percentages of a comparison are of: `Percentages are of before: all 26.5M objects`. */
export function percentWords(
  percentOf: Denominator,
  quantity: SampleTypePair,
  /** As they are shown. The net change is null until it is known. */
  totals: { readonly before: number; readonly after: number; readonly net: number | null },
  /** What they are per, such as `per request`; '' for values as measured. */
  basis: string,
  { focus }: Pick<View, 'focus'>,
): string {
  const side = percentOf === 'net' ? 'the net change' : percentOf;
  const total = totals[percentOf];
  if (focus !== null && percentOf !== 'net') {
    const title = lowerFirst(describeSampleType(quantity).title);
    return `Percentages are of ${side}: ${title} on the stacks shown`;
  }
  const words = [total === null ? '' : formatQuantity(total, quantity), basis];
  const rest = words.filter((word) => word !== '').join(' ');
  return `Percentages are of ${side}${rest === '' ? '' : `: ${rest}`}`;
}

/** Which of go tool pprof's outputs have the same percentages; '' for none. */
export const PPROF_MODES: Readonly<Record<Denominator, string>> = {
  before: 'as go tool pprof -diff_base',
  after: '',
  net: 'as go tool pprof -base',
};
