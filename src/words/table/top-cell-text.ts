import type { ValueType } from '../../core/profile/profile.ts';
import { baseName } from '../../core/text/path.ts';
import { formatBytes } from '../../core/units/bytes.ts';
import { formatValue } from '../../core/units/quantity.ts';
import { formatShare } from '../../core/units/share.ts';
import type { TopColumnId } from './top-columns.ts';
import type { TopData } from './top-data-columns.ts';

/** What stands in a cell. */
export function topCellText(
  cells: TopData,
  row: number,
  column: TopColumnId,
  sampleType: ValueType,
): string {
  const { top, frames } = cells;
  const frame = top.frame[row] ?? 0;
  switch (column) {
    case 'flat':
      return formatValue(top.flat[row] ?? 0, sampleType.unit);
    case 'flatShare':
      return formatShare(top.flat[row] ?? 0, top.total);
    case 'running':
      return formatShare(cells.running[row] ?? 0, top.total);
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
