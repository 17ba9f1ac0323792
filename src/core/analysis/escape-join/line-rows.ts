import type { EscapeEvidence } from '../../evidence/escape/diagnostics.ts';
import { groupLines, type LineGrouping, type LineGroups } from './line-groups.ts';
import type { EscapeLines } from './lines.ts';
import { firstMessage, type LineSort } from './shown-lines.ts';

/** Rows to show: lines, and headings of those that stand together. */
export interface LineRows {
  readonly length: number;
  /** Row of the lines; -1 for a heading. */
  readonly id: Int32Array;
  /** Row of the lines' paths. */
  readonly path: Int32Array;
  /** 0 for a heading. */
  readonly line: Float64Array;
  /** '' unknown, and in headings of files. */
  readonly functionName: readonly string[];
  /** The first of what was said of it; '' for nothing. */
  readonly message: readonly string[];
  /** How many things were said of a line; how many lines stand beneath a heading. */
  readonly count: Int32Array;
  /** As measured, not divided; 0 where nothing is known. */
  readonly objects: Float64Array;
  readonly bytes: Float64Array;
  /** One of `JoinClass`. */
  readonly joinClass: Uint8Array;
  /** Row of the join; -1 for lines that cost nothing, and headings. */
  readonly site: Int32Array;
}

/** The rows of lines, in their order; grouped, a heading stands before the lines of each group. */
export function lineRows(
  lines: EscapeLines,
  evidence: EscapeEvidence,
  rows: Int32Array,
  grouping: LineGrouping | 'line',
  sort: LineSort,
): LineRows {
  const groups = grouping === 'line' ? null : groupLines(lines, rows, grouping, sort);
  const { line, group } = groups === null ? ungrouped(rows) : withHeadings(groups);
  const isHeading = (row: number) => group[row] >= 0;
  const { messageStart } = lines;
  return {
    length: line.length,
    id: line.map((from, row) => (isHeading(row) ? -1 : from)),
    path: line.map((from) => lines.path[from]),
    line: Float64Array.from(line, (from, row) => (isHeading(row) ? 0 : lines.line[from])),
    functionName: Array.from(line, (from, row) =>
      isHeading(row) && grouping === 'file' ? '' : lines.functionName[from],
    ),
    message: Array.from(line, (from, row) =>
      isHeading(row) ? '' : firstMessage(lines, evidence, from),
    ),
    count: line.map((from, row) =>
      isHeading(row) ? groupSize(groups, group[row]) : messageStart[from + 1] - messageStart[from],
    ),
    objects: Float64Array.from(line, (from, row) =>
      groups !== null && isHeading(row) ? groups.objects[group[row]] : lines.objects[from],
    ),
    bytes: Float64Array.from(line, (from, row) =>
      groups !== null && isHeading(row) ? groups.bytes[group[row]] : lines.bytes[from],
    ),
    joinClass: Uint8Array.from(line, (from) => lines.joinClass[from]),
    site: line.map((from, row) => (isHeading(row) ? -1 : lines.site[from])),
  };
}

/** Of each row the line that it shows, and the group that it is the heading of, whose first line it then is; -1 of none. */
interface Shown {
  readonly line: Int32Array;
  readonly group: Int32Array;
}

function ungrouped(line: Int32Array): Shown {
  return { line, group: new Int32Array(line.length).fill(-1) };
}

function withHeadings({ length, start, line: lines }: LineGroups): Shown {
  const line = new Int32Array(length + lines.length);
  const group = new Int32Array(line.length).fill(-1);
  for (let number = 0; number < length; number++) {
    const heading = number + start[number];
    line[heading] = lines[start[number]];
    group[heading] = number;
    line.set(lines.subarray(start[number], start[number + 1]), heading + 1);
  }
  return { line, group };
}

function groupSize(groups: LineGroups | null, group: number): number {
  return groups === null ? 0 : groups.start[group + 1] - groups.start[group];
}
