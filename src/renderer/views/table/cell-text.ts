import type { ValueType } from '../../../core/profile/profile.ts';
import { baseName } from '../../../core/text/path.ts';
import { formatBytes } from '../../../core/units/bytes.ts';
import { formatExactQuantity, formatValue } from '../../../core/units/quantity.ts';
import { formatShare } from '../../../core/units/share.ts';
import type { ColumnId } from './table-columns.ts';
import type { TopRows } from './top-rows.ts';

/** What stands in a cell. */
export function cellText(
  rows: TopRows,
  row: number,
  column: ColumnId,
  sampleType: ValueType,
): string {
  const { top, frames } = rows;
  const frame = top.frame[row] ?? 0;
  switch (column) {
    case 'flat':
      return formatValue(top.flat[row] ?? 0, sampleType.unit);
    case 'flatShare':
      return formatShare(top.flat[row] ?? 0, top.total);
    case 'running':
      return formatShare(rows.running[row] ?? 0, top.total);
    case 'cum':
      return formatValue(top.cum[row] ?? 0, sampleType.unit);
    case 'cumShare':
      return formatShare(top.cum[row] ?? 0, top.total);
    case 'average':
      return formatBytes(top.average?.[row] ?? Number.NaN);
    case 'name':
      return frames.name(frame);
    case 'file':
      return frames.file(frame) === '' ? '' : baseName(frames.place(frame));
  }
}

/** What a cell says in full when it is pointed at. */
export function cellTitle(
  rows: TopRows,
  row: number,
  column: ColumnId,
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
