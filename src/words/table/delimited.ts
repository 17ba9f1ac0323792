import { visibleText } from '../../core/text/visible-text.ts';
import type { Cell, TableColumn } from './table-column.ts';

/** Comma-separated as RFC 4180 has it, or tab-separated as spreadsheets paste it, without quotes. */
export type Delimited = 'csv' | 'tsv';

/** The line of headings, without an end. */
export function headingLine(columns: readonly TableColumn[], format: Delimited): string {
  return lineOf(
    columns.map(({ heading }) => heading),
    format,
  );
}

/** The line of a row, without an end. */
export function rowLine(columns: readonly TableColumn[], row: number, format: Delimited): string {
  return lineOf(
    columns.map(({ cell }) => cell(row)),
    format,
  );
}

function lineOf(cells: readonly Cell[], format: Delimited): string {
  const texts = cells.map((cell) => {
    if (typeof cell !== 'string') return cell === null ? '' : String(cell);
    const text = inertText(visibleText(cell));
    return format === 'csv' && /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return texts.join(format === 'csv' ? ',' : '\t');
}

/**
 * A text that no spreadsheet takes for a formula, nor for the begin of a quoted cell: where one could
 * begin, at the start and behind a semicolon (which parts cells in many countries), an apostrophe goes
 * before it, full-width signs included. An apostrophe that stands there already gets another one, so that
 * taking out the one behind each start and semicolon gives back the text. Control characters cannot
 * occur, since what is not seen was escaped before.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function inertText(text: string): string {
  return text.replace(/(^|;)(?=\s*['"=+\-@＝＋－＠])/g, "$1'");
}
