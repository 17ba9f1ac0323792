import type { EscapeLines } from './lines.ts';
import type { LineSort } from './shown-lines.ts';

export type LineGrouping = 'function' | 'file';

/** Lines of one function or file each. */
export interface LineGroups {
  readonly length: number;
  /** `length + 1` entries: lines of group i are line[start[i]..start[i + 1]). */
  readonly start: Int32Array;
  /** Rows of the lines, in their order. */
  readonly line: Int32Array;
  readonly objects: Float64Array;
  readonly bytes: Float64Array;
}

/**
 * Groups rows of lines, with what they cost together, which is what the groups are sorted by if the lines are; else
 * they are in the order of their first lines.
 */
export function groupLines(
  lines: EscapeLines,
  rows: Int32Array,
  grouping: LineGrouping,
  { column, descending }: LineSort,
): LineGroups {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const file = lines.path[row];
    const key = grouping === 'file' ? `${file}` : `${file} ${lines.functionName[row]}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  const ofGroups = [...groups.values()].map((group) => ({
    group,
    objects: sumOf(lines.objects, group),
    bytes: sumOf(lines.bytes, group),
  }));
  if (column === 'objects' || column === 'bytes') {
    const sign = descending ? -1 : 1;
    ofGroups.sort((a, b) => sign * (a[column] - b[column]));
  }
  const start = new Int32Array(ofGroups.length + 1);
  ofGroups.forEach(({ group }, row) => {
    start[row + 1] = start[row] + group.length;
  });
  return {
    length: ofGroups.length,
    start,
    line: Int32Array.from(ofGroups.flatMap(({ group }) => group)),
    objects: Float64Array.from(ofGroups, ({ objects }) => objects),
    bytes: Float64Array.from(ofGroups, ({ bytes }) => bytes),
  };
}

function sumOf(column: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + column[row], 0);
}
