import type { TopRows } from './top-rows.ts';

/** The rows [from, to) as tab-separated values with a heading; numbers exact and without units. */
export async function tableAsTsv(rows: TopRows, from: number, to: number): Promise<string> {
  const hasAverage = rows.top.average !== null;
  const heading = ['flat', 'flat%', 'sum%', 'cum', 'cum%'];
  if (hasAverage) heading.push('average size (bytes)');
  heading.push('function', 'package', 'file', 'line');
  const lines = [heading.join('\t')];
  for (let row = from; row < to; row++) {
    lines.push(line(rows, row));
    if ((row - from) % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await breath();
  }
  return `${lines.join('\n')}\n`;
}

/** Some 10 ms of work. */
const ROWS_AT_A_TIME = 2000;

const breath = () => new Promise((resolve) => setTimeout(resolve));

function line({ top, frames, running }: TopRows, row: number): string {
  const frame = top.frame[row] ?? 0;
  const flat = top.flat[row] ?? 0;
  const cum = top.cum[row] ?? 0;
  const share = (value: number) => (top.total === 0 ? '' : `${(value / top.total) * 100}`);
  const cells = [String(flat), share(flat), share(running[row] ?? 0), String(cum), share(cum)];
  if (top.average !== null) {
    const size = top.average[row] ?? Number.NaN;
    cells.push(Number.isNaN(size) ? '' : String(size));
  }
  const {
    name,
    package: packagePath,
    file,
  } = {
    name: frames.name(frame),
    package: frames.package(frame),
    file: frames.file(frame),
  };
  const lineNumber = frames.line(frame);
  cells.push(safeText(name), safeText(packagePath), safeText(file));
  cells.push(lineNumber > 0 ? String(lineNumber) : '');
  return cells.join('\t');
}

/**
 * A text as a cell that a spreadsheet takes for text: one that begins like a formula is put behind an
 * apostrophe. Tabs and line breaks cannot occur, since what is not seen was escaped before.
 */
export function safeText(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}
