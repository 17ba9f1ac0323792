import type { PatternSource } from '../../../core/text/pattern.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatInteger } from '../../../core/units/integer.ts';
import { counted } from '../../../words/counted.ts';

/** What the caption says of a table of which some rows are not there. */
export function rowNotes(
  filter: PatternSource | null,
  { shown, found, all }: { readonly shown: number; readonly found: number; readonly all: number },
): string[] {
  const notes: string[] = [];
  if (filter !== null && filter.text !== '') {
    const rows = counted(all, 'row', 'rows');
    notes.push(`Filtered by “${visibleText(filter.text)}”: ${formatInteger(found)} of ${rows}`);
  }
  if (shown < found)
    notes.push(`The first ${formatInteger(shown)} of ${counted(found, 'row', 'rows')}`);
  return notes;
}
