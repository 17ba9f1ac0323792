import type { ValueType } from '../../../core/profile/profile.ts';
import { formatExactQuantity } from '../../../core/units/quantity.ts';
import type { TopColumnId } from '../../../words/table/top-columns.ts';
import type { TopRows } from './top-rows.ts';

/** What a cell says in full when it is pointed at. */
export function cellTitle(
  rows: TopRows,
  row: number,
  column: TopColumnId,
  sampleType: ValueType,
): string {
  const { top, frames } = rows;
  const frame = top.frame[row] ?? 0;
  if (column === 'name') return frames.name(frame);
  if (column === 'file') return frames.place(frame);
  if (column === 'average') return '';
  const value = column === 'cum' || column === 'cumShare' ? top.cum : top.flat;
  if (column === 'running') return '';
  return formatExactQuantity(value[row] ?? 0, sampleType);
}
