import { type DiagnosticTable, saysAllocation } from '../../evidence/escape/diagnostics.ts';

/** Rows of the diagnostics by file and line. */
export class DiagnosticLines {
  /** Rows of the diagnostics: by file, line, those that say of an allocation first, then by column. */
  readonly order: Int32Array;
  private readonly table: DiagnosticTable;
  /** Rows of file f are order[fileStart[f]..fileStart[f + 1]). */
  private readonly fileStart: Int32Array;

  constructor(table: DiagnosticTable, fileCount: number) {
    this.table = table;
    const { file, line, column, kind } = table;
    const fileStart = new Int32Array(fileCount + 1);
    for (let row = 0; row < table.length; row++) fileStart[file[row] + 1]++;
    for (let at = 0; at < fileCount; at++) fileStart[at + 1] += fileStart[at];
    const next = fileStart.slice();
    const order = new Int32Array(table.length);
    for (let row = 0; row < table.length; row++) order[next[file[row]]++] = row;
    const byLine = (a: number, b: number) =>
      line[a] - line[b] ||
      Number(saysAllocation(kind[b])) - Number(saysAllocation(kind[a])) ||
      column[a] - column[b] ||
      a - b;
    for (let at = 0; at < fileCount; at++) {
      order.subarray(fileStart[at], fileStart[at + 1]).sort(byLine);
    }
    this.order = order;
    this.fileStart = fileStart;
  }

  /** Whether there is a diagnostic in a file. */
  speaksOf(file: number): boolean {
    return this.fileStart[file] < this.fileStart[file + 1];
  }

  /** The rows of a file. */
  rowsOfFile(file: number): Int32Array {
    return this.order.subarray(this.fileStart[file], this.fileStart[file + 1]);
  }

  /** Index in `order` of the first row of a file at or after a line, or of the end of the file. */
  private firstFrom(file: number, line: number): number {
    let low = this.fileStart[file];
    let high = this.fileStart[file + 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.table.line[this.order[middle]] < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The rows of a line. */
  rowsOf(file: number, line: number): Int32Array {
    const start = this.firstFrom(file, line);
    const limit = this.fileStart[file + 1];
    let end = start;
    while (end < limit && this.table.line[this.order[end]] === line) end++;
    return this.order.subarray(start, end);
  }

  /** Whether a diagnostic of the line says of an allocation. */
  allocates(file: number, line: number): boolean {
    const start = this.firstFrom(file, line);
    if (start === this.fileStart[file + 1]) return false;
    const row = this.order[start];
    return this.table.line[row] === line && saysAllocation(this.table.kind[row]);
  }
}
