import { headingLine, rowLine } from '../../../words/table/delimited.ts';
import type { TableColumn } from '../../../words/table/table-column.ts';

/** The rows [from, to) as tab-separated values below a heading, in breaths that let the page answer. */
export async function rowsAsTsv(
  columns: readonly TableColumn[],
  from: number,
  to: number,
): Promise<string> {
  const lines = [headingLine(columns, 'tsv')];
  for (let row = from; row < to; row++) {
    lines.push(rowLine(columns, row, 'tsv'));
    if ((row - from) % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await breath();
  }
  return `${lines.join('\n')}\n`;
}

/** Some 10 ms of work. */
const ROWS_AT_A_TIME = 2000;

const breath = () => new Promise((resolve) => setTimeout(resolve));
