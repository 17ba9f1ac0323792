import type { ValueType } from '../../../core/profile/profile.ts';
import { GoNameText } from '../parts/go-name-text.tsx';
import { cellText, cellTitle } from './cell-text.ts';
import { FileText } from './file-text.tsx';
import type { GridCells } from './grid-rows.ts';
import type { ColumnId } from './table-columns.ts';
import type { TopRows } from './top-rows.ts';

/** The cells of the table of one profile. */
export function topCells(rows: TopRows, sampleType: ValueType): GridCells<ColumnId> {
  return {
    content: (row, column) => {
      const text = cellText(rows, row, column, sampleType);
      if (column === 'name') return <GoNameText name={text} />;
      return column === 'file' ? <FileText place={text} /> : text;
    },
    title: (row, column) => cellTitle(rows, row, column, sampleType),
  };
}
