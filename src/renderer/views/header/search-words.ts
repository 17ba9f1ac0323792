import type { SearchResult, View } from '../../../bridge/engine-api.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import { formatInteger } from '../../../core/units/integer.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { formatShare } from '../../../core/units/share.ts';
import { counted } from '../parts/counted.ts';

/** What a search found, and the box at hand: `18.2% of all objects allocated, 3 of 12 boxes`. */
export function searchWords(
  result: SearchResult,
  step: number,
  sampleType: ValueType,
  { focus }: Pick<View, 'focus'>,
): string {
  if (result.frames.length === 0) return 'Nothing matches';
  const title = lowerFirst(describeSampleType(sampleType).title);
  const whole = focus === null ? `all ${title}` : `${title} on the stacks shown`;
  const share = formatShare(result.matchedWeight, result.total);
  return `${share} of ${whole}, ${boxWords(step, result.boxes.length)}`;
}

/** A title as part of a sentence: an abbreviation such as CPU keeps its capitals. */
export function lowerFirst(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function boxWords(step: number, count: number): string {
  if (count === 0) return 'in boxes too small to show';
  const boxes = counted(count, 'box', 'boxes');
  return step < 0 ? boxes : `${formatInteger(step + 1)} of ${boxes}`;
}
