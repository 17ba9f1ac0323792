import type { LineTable, LocationTable, MappingTable } from './profile.ts';
import type { NewLocation, NewMapping } from './rows.ts';

/** The location and line tables of rows. */
export function locationColumns(rows: readonly NewLocation[]): {
  locations: LocationTable;
  lines: LineTable;
} {
  const { length } = rows;
  let lineCount = 0;
  for (const row of rows) lineCount += row.lines.length;
  const locations = {
    length,
    mapping: new Int32Array(length),
    address: new BigUint64Array(length),
    lineStart: new Int32Array(length + 1),
    isFolded: new Uint8Array(length),
  };
  const lines = {
    length: lineCount,
    function: new Int32Array(lineCount),
    line: new Float64Array(lineCount),
    column: new Float64Array(lineCount),
  };
  let at = 0;
  for (let row = 0; row < length; row++) {
    const location = rows[row];
    locations.mapping[row] = location.mapping ?? -1;
    locations.address[row] = location.address ?? 0n;
    locations.isFolded[row] = location.isFolded === true ? 1 : 0;
    for (const line of location.lines) {
      lines.function[at] = line.function;
      lines.line[at] = line.line ?? 0;
      lines.column[at] = line.column ?? 0;
      at++;
    }
    locations.lineStart[row + 1] = at;
  }
  return { locations, lines };
}

/** The mapping table of rows. */
export function mappingColumns(rows: readonly Required<NewMapping>[]): MappingTable {
  return {
    length: rows.length,
    start: BigUint64Array.from(rows, (row) => row.start),
    limit: BigUint64Array.from(rows, (row) => row.limit),
    offset: BigUint64Array.from(rows, (row) => row.offset),
    filename: rows.map((row) => row.filename),
    buildId: rows.map((row) => row.buildId),
    flags: Uint8Array.from(rows, (row) => row.flags),
  };
}
