import type { TopRows } from './top-rows.ts';
import { FRAME_HEADINGS, frameCells, rowsAsTsv } from './tsv.ts';

/** The rows [from, to) as tab-separated values with a heading; numbers exact and without units. */
export function tableAsTsv(rows: TopRows, from: number, to: number): Promise<string> {
  const average = rows.top.average === null ? [] : ['average size (bytes)'];
  const heading = ['flat', 'flat%', 'sum%', 'cum', 'cum%', ...average, ...FRAME_HEADINGS];
  return rowsAsTsv(heading, from, to, (row) => cellsOf(rows, row));
}

function cellsOf({ top, frames, running }: TopRows, row: number): string[] {
  const flat = top.flat[row] ?? 0;
  const cum = top.cum[row] ?? 0;
  const share = (value: number) => (top.total === 0 ? '' : `${(value / top.total) * 100}`);
  const cells = [String(flat), share(flat), share(running[row] ?? 0), String(cum), share(cum)];
  if (top.average !== null) {
    const size = top.average[row] ?? Number.NaN;
    cells.push(Number.isNaN(size) ? '' : String(size));
  }
  return [...cells, ...frameCells(frames, top.frame[row] ?? 0)];
}
