import { SIDES } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import type { SearchResult } from '../bridge/tree-api.ts';
import type { ValueType } from '../core/profile/profile.ts';
import { lowerFirst } from '../core/text/lower-first.ts';
import { describeSampleType } from '../core/units/sample-type-words.ts';
import { formatShare } from '../core/units/share.ts';

/** How much a search found: `18.2% of all objects allocated`. */
export function searchShare(
  { frames, matchedWeight, total }: SearchResult,
  sampleType: ValueType,
  { focus }: Pick<View, 'focus'>,
): string {
  if (frames.length === 0) return NOTHING;
  const title = lowerFirst(describeSampleType(sampleType).title);
  const whole = focus === null ? `all ${title}` : `${title} on the stacks shown`;
  return `${formatShare(matchedWeight, total)} of ${whole}`;
}

/** How much it found on each side of a comparison: `12.1% of before, 4.70% of after`. */
export function comparedSearchShare({ frames, sides }: SearchResult): string {
  if (frames.length === 0) return NOTHING;
  const shares = SIDES.map((side, row) => {
    const { matchedWeight = 0, total = 0 } = sides[row] ?? {};
    return `${formatShare(matchedWeight, total)} of ${side}`;
  });
  return shares.join(', ');
}

const NOTHING = 'nothing matches';
