import type { EscapeChangeTable } from '../../../../bridge/escape-api.ts';
import { formatBytes } from '../../../../core/units/bytes.ts';
import { formatCount } from '../../../../core/units/count.ts';
import { type ChangeColumnId, changeTraits } from '../../../../words/evidence/escape-columns.ts';
import { CHANGE_WORDS } from '../../../../words/evidence/escape-words.ts';
import { GoNameText } from '../../parts/go-name-text.tsx';
import { FileText } from '../../table/file-text.tsx';
import { gridColumns } from '../../table/grid-columns.ts';
import type { GridCells } from '../../table/grid-rows.ts';
import type { ChangeRows } from './change-rows.ts';

export const changeColumns = gridColumns(changeTraits);

/** Columns of costs stand where a profile tells them. */
export function changeRoom(
  width: number,
  { costsBefore, costsAfter }: EscapeChangeTable,
): Partial<Record<ChangeColumnId, boolean>> {
  return {
    objectsBefore: costsBefore !== null,
    objectsAfter: costsAfter !== null,
    bytesBefore: costsBefore !== null && width >= 900,
    bytesAfter: costsAfter !== null && width >= 900,
    function: width >= 700,
  };
}

/** The cells of the table of changes. */
export function changeCells(rows: ChangeRows): GridCells<ChangeColumnId> {
  const known = (value: number, format: (value: number) => string) =>
    Number.isNaN(value) ? '' : format(value);
  return {
    content: (row, column) => {
      switch (column) {
        case 'change':
          return (
            <span className="change-badge" data-change={rows.change(row)}>
              {CHANGE_WORDS[rows.change(row)]?.title}
            </span>
          );
        case 'message':
          return <span className="escape-words">{rows.message(row)}</span>;
        case 'function':
          return <GoNameText name={rows.functionName(row)} />;
        case 'place':
          return <FileText place={rows.place(row)} />;
        case 'objectsBefore':
        case 'objectsAfter':
          return known(rows.value(row, column), formatCount);
        default:
          return known(rows.value(row, column), formatBytes);
      }
    },
    title: (row, column) => {
      switch (column) {
        case 'change':
          return CHANGE_WORDS[rows.change(row)]?.meaning ?? '';
        case 'message':
          return rows.message(row);
        case 'function':
          return rows.functionName(row);
        case 'place':
          return rows.places(row);
        default:
          return '';
      }
    },
  };
}
