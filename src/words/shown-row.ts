import type { DifferenceTable } from '../bridge/comparison-api.ts';

/** Both sides of a row as they are shown: divided. */
export interface ShownRow {
  readonly frame: number;
  readonly flatBefore: number;
  readonly flatAfter: number;
  readonly cumBefore: number;
  readonly cumAfter: number;
}

/** A row of a table. */
export function shownRow(table: DifferenceTable, row: number): ShownRow {
  const { scaleBefore, scaleAfter } = table;
  return {
    frame: table.frame[row] ?? 0,
    flatBefore: (table.flatBefore[row] ?? 0) * scaleBefore,
    flatAfter: (table.flatAfter[row] ?? 0) * scaleAfter,
    cumBefore: (table.cumBefore[row] ?? 0) * scaleBefore,
    cumAfter: (table.cumAfter[row] ?? 0) * scaleAfter,
  };
}
