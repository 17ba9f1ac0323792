import type { View } from '../../../bridge/engine-api.ts';
import type { SearchResult } from '../../../bridge/tree-api.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import { formatInteger } from '../../../core/units/integer.ts';
import { counted } from '../../../words/counted.ts';
import { comparedSearchShare, searchShare } from '../../../words/search-share.ts';

/** What a search found, and the box at hand: `18.2% of all objects allocated, 3 of 12 boxes`. */
export function searchWords(
  result: SearchResult,
  step: number,
  sampleType: ValueType,
  view: Pick<View, 'focus'>,
): string {
  if (result.frames.length === 0) return 'Nothing matches';
  return `${searchShare(result, sampleType, view)}, ${boxWords(step, result)}`;
}

/** What a search found on each side of a comparison: `12.1% of before, 4.70% of after, 3 of 12 boxes`. */
export function comparedSearchWords(result: SearchResult, step: number): string {
  if (result.frames.length === 0) return 'Nothing matches';
  return `${comparedSearchShare(result)}, ${boxWords(step, result)}`;
}

function boxWords(step: number, { boxes: { length }, areAllBoxes }: SearchResult): string {
  if (length === 0) return 'in boxes too small to show';
  const boxes = areAllBoxes
    ? counted(length, 'box', 'boxes')
    : `the ${counted(length, 'widest box', 'widest boxes')}`;
  return step < 0 ? boxes : `${formatInteger(step + 1)} of ${boxes}`;
}
