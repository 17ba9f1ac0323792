import type { ProfileSummary, View } from '../bridge/engine-api.ts';
import { lowerFirst } from '../core/text/lower-first.ts';
import { formatQuantity } from '../core/units/quantity.ts';
import { describeSampleType } from '../core/units/sample-type-words.ts';
import { isSavedComparison } from './saved-comparison.ts';

/** What percentages are of: `Percentages are of all 26.5M objects allocated`. */
export function denominatorWords(
  { sampleTypes, totals, labelKeys }: Pick<ProfileSummary, 'sampleTypes' | 'totals' | 'labelKeys'>,
  { sampleType, focus }: Pick<View, 'sampleType' | 'focus'>,
): string {
  const type = sampleTypes[sampleType];
  if (type === undefined) return '';
  const title = lowerFirst(describeSampleType(type).title);
  if (focus !== null) return `Percentages are of the ${title} on the stacks shown`;
  const { noun } = describeSampleType(type);
  const total = formatQuantity(totals[sampleType] ?? 0, type);
  // "objects allocated" goes on where "26.5M objects" ends; other titles need an "of".
  const words = title.startsWith(`${noun.many} `)
    ? title.slice(noun.many.length + 1)
    : title === noun.many
      ? ''
      : `of ${title}`;
  const all = `Percentages are of all ${total} ${words}`.trimEnd();
  return isSavedComparison({ labelKeys }) ? `${all} on the side compared with` : all;
}
