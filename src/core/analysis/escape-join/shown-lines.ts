import type { EscapeEvidence } from '../../evidence/escape/diagnostics.ts';
import type { Pattern } from '../../text/pattern.ts';
import { compareText } from '../top.ts';
import type { EscapeLines } from './lines.ts';

export type LineColumn = 'objects' | 'bytes' | 'message' | 'function' | 'place';

export interface LineSort {
  readonly column: LineColumn;
  readonly descending: boolean;
}

/** Rows of the lines that have one of the flags and match a pattern, sorted; equal ones by their cost. */
export function shownLines(
  lines: EscapeLines,
  evidence: EscapeEvidence,
  flags: number,
  pattern: Pattern | null,
  { column, descending }: LineSort,
): Int32Array {
  const rows = Int32Array.from(
    Array.from(lines.site.keys()).filter(
      (row) =>
        (lines.flags[row] & flags) !== 0 &&
        (pattern === null || matches(lines, evidence, row, pattern)),
    ),
  );
  const order = orders[column](lines, evidence);
  const sign = descending ? -1 : 1;
  // Rows stand with the most objects first.
  return rows.sort((a, b) => sign * order(a, b) || a - b);
}

/** The first of what was said of a line; '' for nothing. */
export function firstMessage(
  { messageStart, message }: EscapeLines,
  { diagnostics, texts }: EscapeEvidence,
  row: number,
): string {
  const start = messageStart[row];
  return start === messageStart[row + 1] ? '' : texts[diagnostics.message[message[start]]];
}

type Order = (a: number, b: number) => number;

const orders: Readonly<
  Record<LineColumn, (lines: EscapeLines, evidence: EscapeEvidence) => Order>
> = {
  objects:
    ({ objects }) =>
    (a, b) =>
      objects[a] - objects[b],
  bytes:
    ({ bytes }) =>
    (a, b) =>
      bytes[a] - bytes[b],
  message: (lines, evidence) => (a, b) =>
    compareText(firstMessage(lines, evidence, a), firstMessage(lines, evidence, b)),
  function:
    ({ functionName }) =>
    (a, b) =>
      compareText(functionName[a], functionName[b]),
  place:
    ({ path, paths, line }) =>
    (a, b) =>
      compareText(paths[path[a]], paths[path[b]]) || line[a] - line[b],
};

function matches(
  lines: EscapeLines,
  { diagnostics, texts }: EscapeEvidence,
  row: number,
  pattern: Pattern,
): boolean {
  if (pattern.matches(lines.functionName[row])) return true;
  if (pattern.matches(`${lines.paths[lines.path[row]]}:${lines.line[row]}`)) return true;
  for (let at = lines.messageStart[row]; at < lines.messageStart[row + 1]; at++) {
    if (pattern.matches(texts[diagnostics.message[lines.message[at]]])) return true;
  }
  return false;
}
