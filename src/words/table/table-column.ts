import type { ValueType } from '../../core/profile/profile.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';

/** A number with all its digits, a text as the profile has it, or null where there is nothing to tell. */
export type Cell = number | string | null;

/** A column of a table as data: what the page copies and what exports write. */
export interface TableColumn {
  /** Its name for programs. */
  readonly key: string;
  /** Its name for people, with the unit of its numbers. */
  readonly heading: string;
  readonly cell: (row: number) => Cell;
}

/** A number that there is; null for NaN and the infinities. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The unit of values for a heading: `bytes`, `objects`. */
export function unitName(sampleType: ValueType): string {
  const { unit } = sampleType;
  if (unit !== '' && unit !== 'count') return visibleText(unit);
  return describeSampleType(sampleType).noun.many || 'count';
}
