import type { Interned } from '../interned.ts';
import { DiagnosticKind, type DiagnosticTable, saysAllocation } from './diagnostics.ts';

/** Where a diagnostic stands: row of the files, line, column. */
export interface Place {
  readonly file: number;
  readonly line: number;
  readonly column: number;
}

/** The diagnostics while they come, each kept once. */
export class DiagnosticRows {
  private readonly texts: Interned;
  readonly file: number[] = [];
  readonly line: number[] = [];
  readonly column: number[] = [];
  readonly kind: number[] = [];
  readonly message: number[] = [];
  readonly subject: number[] = [];
  readonly function: number[] = [];
  private readonly inlinedFile: number[] = [];
  private readonly inlinedLine: number[] = [];
  private readonly count: number[] = [];
  private readonly rows = new Map<string, number>();
  /** Rows that explanations may belong to, by place and subject; `alike` is the next one of the same. */
  private readonly explicable = new Map<string, number>();
  private readonly alike: number[] = [];

  constructor(texts: Interned) {
    this.texts = texts;
  }

  get length(): number {
    return this.file.length;
  }

  /** Row of a diagnostic that was said so often, added when it is new. */
  add(place: Place, kind: number, message: string, subject: string, count = 1): number {
    const { file, line, column } = place;
    const messageRow = this.texts.rowOf(message);
    const key = `${file}:${line}:${column}:${messageRow}`;
    const known = this.rows.get(key);
    if (known !== undefined) {
      this.count[known] += count;
      return known;
    }
    const row = this.file.push(file) - 1;
    const subjectRow = this.texts.rowOf(subject);
    this.rows.set(key, row);
    this.line.push(line);
    this.column.push(column);
    this.kind.push(kind);
    this.message.push(messageRow);
    this.subject.push(subjectRow);
    this.function.push(0);
    this.inlinedFile.push(-1);
    this.inlinedLine.push(0);
    this.count.push(count);
    this.alike.push(-1);
    if (isExplicable(kind)) {
      const at = placeKey(place, subjectRow);
      this.alike[row] = this.explicable.get(at) ?? -1;
      this.explicable.set(at, row);
    }
    return row;
  }

  /** Says which line of an inlined body a diagnostic is about; the first that is said is kept. */
  setInlined(row: number, file: number, line: number): void {
    if (this.inlinedFile[row] >= 0) return;
    this.inlinedFile[row] = file;
    this.inlinedLine[row] = line;
  }

  /**
   * The row that an explanation belongs to: of the same place and subject, and to `result` if that is what it
   * explains; -1 if there is none.
   */
  explained(place: Place, subject: number, isLeak: boolean, result: string): number {
    let fallback = -1;
    // Since Go 1.25 the message of `append(s, x)` is `append escapes to heap`.
    const said = this.texts.texts[subject].startsWith('append(') ? 'append' : null;
    const found =
      this.explicable.get(placeKey(place, subject)) ??
      (said === null ? undefined : this.explicable.get(placeKey(place, this.texts.rowOf(said))));
    for (let row = found ?? -1; row >= 0; row = this.alike[row]) {
      if (isLeak === saysAllocation(this.kind[row])) continue;
      const isToResult = this.kind[row] === DiagnosticKind.leakingParamToResult;
      if (!isLeak || isToResult === this.saysResult(row, result)) return row;
      fallback = row;
    }
    return fallback;
  }

  private saysResult(row: number, result: string): boolean {
    return this.texts.texts[this.message[row]].includes(` to result ${result} level=`);
  }

  finish(explanationStart: Int32Array): DiagnosticTable {
    return {
      length: this.length,
      file: Int32Array.from(this.file),
      line: Int32Array.from(this.line),
      column: Int32Array.from(this.column),
      kind: Uint8Array.from(this.kind),
      message: Int32Array.from(this.message),
      subject: Int32Array.from(this.subject),
      function: Int32Array.from(this.function),
      inlinedFile: Int32Array.from(this.inlinedFile),
      inlinedLine: Int32Array.from(this.inlinedLine),
      count: Int32Array.from(this.count),
      explanationStart,
    };
  }
}

function placeKey({ file, line, column }: Place, subject: number): string {
  return `${file}:${line}:${column}:${subject}`;
}

function isExplicable(kind: number): boolean {
  return (
    saysAllocation(kind) ||
    (kind >= DiagnosticKind.leakingParam && kind <= DiagnosticKind.leakingParamContent)
  );
}
