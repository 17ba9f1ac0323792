import type { FrameTexts } from '../../../words/frame-texts.ts';

/** The rows [from, to) as tab-separated values below a heading, in breaths that let the page answer. */
export async function rowsAsTsv(
  heading: readonly string[],
  from: number,
  to: number,
  cellsOf: (row: number) => readonly string[],
): Promise<string> {
  const lines = [heading.join('\t')];
  for (let row = from; row < to; row++) {
    lines.push(cellsOf(row).join('\t'));
    if ((row - from) % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await breath();
  }
  return `${lines.join('\n')}\n`;
}

/** Some 10 ms of work. */
const ROWS_AT_A_TIME = 2000;

const breath = () => new Promise((resolve) => setTimeout(resolve));

/** The headings of what `frameCells` gives. */
export const FRAME_HEADINGS = ['function', 'package', 'file', 'line'] as const;

/** Name, package, file and line of a frame as cells. */
export function frameCells(frames: FrameTexts, frame: number): string[] {
  const line = frames.line(frame);
  const texts = [frames.name(frame), frames.package(frame), frames.file(frame)];
  return [...texts.map(safeText), line > 0 ? String(line) : ''];
}

/**
 * A text as a cell that a spreadsheet takes for text: one that begins like a formula is put behind an
 * apostrophe. Tabs and line breaks cannot occur, since what is not seen was escaped before.
 */
export function safeText(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}
