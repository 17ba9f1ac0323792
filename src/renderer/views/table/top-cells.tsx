import type { ValueType } from '../../../core/profile/profile.ts';
import { topCellText } from '../../../words/table/top-cell-text.ts';
import type { TopColumnId } from '../../../words/table/top-columns.ts';
import { GoNameText } from '../parts/go-name-text.tsx';
import { cellTitle } from './cell-title.ts';
import { FileText } from './file-text.tsx';
import type { GridCells } from './grid-rows.ts';
import type { TopRows } from './top-rows.ts';

/** The cells of the table of one profile. */
export function topCells(rows: TopRows, sampleType: ValueType): GridCells<TopColumnId> {
  return {
    content: (row, column) => {
      const text = topCellText(rows, row, column, sampleType);
      if (column === 'name') return <GoNameText name={text} />;
      return column === 'file' ? <FileText place={text} /> : text;
    },
    title: (row, column) => cellTitle(rows, row, column, sampleType),
  };
}
