import { SIDES } from '../../../bridge/comparison-api.ts';
import type { SearchResult, View } from '../../../bridge/engine-api.ts';
import type { ValueType } from '../../../core/profile/profile.ts';
import { lowerFirst } from '../../../core/text/lower-first.ts';
import { formatInteger } from '../../../core/units/integer.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { formatShare } from '../../../core/units/share.ts';
import { counted } from '../../../words/counted.ts';

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

/** What a search found on each side of a comparison: `12.1% of before, 4.70% of after, 3 of 12 boxes`. */
export function comparedSearchWords(result: SearchResult, step: number): string {
  if (result.frames.length === 0) return 'Nothing matches';
  const shares = SIDES.map((side, row) => {
    const { matchedWeight = 0, total = 0 } = result.sides[row] ?? {};
    return `${formatShare(matchedWeight, total)} of ${side}`;
  });
  return [...shares, boxWords(step, result.boxes.length)].join(', ');
}

function boxWords(step: number, count: number): string {
  if (count === 0) return 'in boxes too small to show';
  const boxes = counted(count, 'box', 'boxes');
  return step < 0 ? boxes : `${formatInteger(step + 1)} of ${boxes}`;
}
