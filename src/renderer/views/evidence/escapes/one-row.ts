import type { RowSelection } from '../../table/grid-rows.ts';

/** One row is selected at a time: all that was said of it is shown beside the table. */
export function oneRow(
  cursor: number,
  onPick: (row: number) => void,
  copyRow: (row: number) => void,
): RowSelection {
  return {
    cursor,
    range: cursor < 0 ? null : { anchor: cursor, cursor },
    pick: onPick,
    selectAll: () => {},
    copy: () => copyRow(cursor),
    zoom: () => {},
  };
}
