import {
  DiagnosticKind,
  type EscapeEvidence,
  saysAllocation,
} from '../../evidence/escape/diagnostics.ts';
import { DiagnosticLines } from './diagnostic-lines.ts';
import { matchFiles } from './match-files.ts';

/**
 * What became of the allocations that the compiler speaks of, from one build to another: one row for each, in the
 * order of the build after, those that are gone last.
 */
export interface EscapeChanges {
  readonly length: number;
  /** One of `ChangeKind`. */
  readonly change: Uint8Array;
  /** Row of the diagnostics before; -1 for what is new. */
  readonly before: Int32Array;
  /** Row of the diagnostics after; -1 for what is gone. */
  readonly after: Int32Array;
  /** Of what is gone, the diagnostic after that says that the same expression does not escape now; -1 without one. */
  readonly instead: Int32Array;
}

export const ChangeKind = {
  /** Said after alone. */
  new: 0,
  /** Said before alone. */
  gone: 1,
  /** The same of the same function, on another line. */
  moved: 2,
  /** The same on the same line. */
  unchanged: 3,
} as const;

/**
 * Compares what two builds allocate on the heap by what the compiler said. The same is what has the same message
 * in the same file and function, wherever it stands; without the functions' names, which -m alone does not tell,
 * in the same file. Numbers that the compiler gives its own variables do not count.
 */
export function compareEscapes(before: EscapeEvidence, after: EscapeEvidence): EscapeChanges {
  return new Comparing(before, after).compare();
}

class Comparing {
  private readonly before: EscapeEvidence;
  private readonly after: EscapeEvidence;
  /** Row of the files after, by row of those before; -1 where there is none. */
  private readonly fileAfter: Int32Array;
  /** Row of the diagnostics after, by row of those before; -1 while there is none. */
  private readonly partner: Int32Array;
  private readonly isTaken: Uint8Array;

  constructor(before: EscapeEvidence, after: EscapeEvidence) {
    this.before = before;
    this.after = after;
    this.fileAfter = filesAfter(before, after);
    this.partner = new Int32Array(before.diagnostics.length).fill(-1);
    this.isTaken = new Uint8Array(after.diagnostics.length);
  }

  compare(): EscapeChanges {
    // From what is sure to what is likely.
    this.pair((rows, row) => `${this.message(rows, row)} ${rows.diagnostics.line[row]}`, false);
    this.pair((rows, row) => this.message(rows, row), true);
    this.pair((rows, row) => this.message(rows, row), false);
    return this.changes();
  }

  /** Pairs what has the same key in the same file, and function if asked for, in the order of the lines. */
  private pair(keyOf: (rows: EscapeEvidence, row: number) => string, byFunction: boolean): void {
    const waiting = new Map<string, number[]>();
    for (const row of this.allocations(this.after)) {
      if (this.isTaken[row] !== 0) continue;
      const name = functionOf(this.after, row);
      if (byFunction && name === '') continue;
      const { file } = this.after.diagnostics;
      const key = `${file[row]} ${byFunction ? name : ''} ${keyOf(this.after, row)}`;
      const alike = waiting.get(key);
      if (alike === undefined) waiting.set(key, [row]);
      else alike.push(row);
    }
    for (const row of this.allocations(this.before)) {
      const file = this.fileAfter[this.before.diagnostics.file[row]];
      if (this.partner[row] >= 0 || file < 0) continue;
      const name = functionOf(this.before, row);
      const alike = waiting.get(`${file} ${byFunction ? name : ''} ${keyOf(this.before, row)}`);
      const found = alike?.findIndex((other) => byFunction || this.mayBeSame(name, other)) ?? -1;
      if (alike === undefined || found < 0) continue;
      const [other] = alike.splice(found, 1);
      this.partner[row] = other;
      this.isTaken[other] = 1;
    }
  }

  /** Whether a function's name speaks against a diagnostic after. */
  private mayBeSame(name: string, after: number): boolean {
    const other = functionOf(this.after, after);
    return name === '' || other === '' || name === other;
  }

  /** Rows that say of an allocation, by file and line. */
  private allocations({ diagnostics, files }: EscapeEvidence): Int32Array {
    return new DiagnosticLines(diagnostics, files.length).order.filter((row) =>
      saysAllocation(diagnostics.kind[row]),
    );
  }

  private message({ diagnostics, texts }: EscapeEvidence, row: number): string {
    return withoutNumbers(texts[diagnostics.message[row]]);
  }

  private changes(): EscapeChanges {
    const { diagnostics: old } = this.before;
    const { diagnostics: now } = this.after;
    const beforeOf = new Int32Array(now.length).fill(-1);
    this.partner.forEach((after, row) => {
      if (after >= 0) beforeOf[after] = row;
    });
    const change: number[] = [];
    const before: number[] = [];
    const after: number[] = [];
    for (const row of this.allocations(this.after)) {
      const other = beforeOf[row];
      before.push(other);
      after.push(row);
      if (other < 0) change.push(ChangeKind.new);
      else {
        const isSameLine = old.line[other] === now.line[row];
        change.push(isSameLine ? ChangeKind.unchanged : ChangeKind.moved);
      }
    }
    for (const row of this.allocations(this.before)) {
      if (this.partner[row] >= 0) continue;
      change.push(ChangeKind.gone);
      before.push(row);
      after.push(-1);
    }
    return {
      length: change.length,
      change: Uint8Array.from(change),
      before: Int32Array.from(before),
      after: Int32Array.from(after),
      instead: this.saidInstead(before, after),
    };
  }

  /** What the compiler says of the same expression that it does not escape, by row of the changes. */
  private saidInstead(before: readonly number[], after: readonly number[]): Int32Array {
    const { diagnostics, texts } = this.after;
    const keyOf = (file: number, name: string, subject: string) =>
      `${file} ${name} ${withoutNumbers(subject)}`;
    const kept = new Map<string, number>();
    for (let row = 0; row < diagnostics.length; row++) {
      if (diagnostics.kind[row] !== DiagnosticKind.doesNotEscape) continue;
      const name = functionOf(this.after, row);
      kept.set(keyOf(diagnostics.file[row], name, texts[diagnostics.subject[row]]), row);
    }
    return Int32Array.from(before, (row, at) => {
      if (after[at] >= 0) return -1;
      const file = this.fileAfter[this.before.diagnostics.file[row]];
      const subject = this.before.texts[this.before.diagnostics.subject[row]];
      return kept.get(keyOf(file, functionOf(this.before, row), subject)) ?? -1;
    });
  }
}

/** Which file after each file before is, by the ends of their paths. */
function filesAfter(before: EscapeEvidence, after: EscapeEvidence): Int32Array {
  const { files } = before;
  const linesBefore = new DiagnosticLines(before.diagnostics, files.length);
  const linesAfter = new DiagnosticLines(after.diagnostics, after.files.length);
  const named = files.path.map((path, file) => ({ path, packagePath: files.packagePath[file] }));
  const { file } = matchFiles(named, after.files, {
    speaksOf: (row) => linesAfter.speaksOf(row),
    sharedLines: (row, other) => {
      const { line } = before.diagnostics;
      return linesBefore.rowsOfFile(row).filter((said) => linesAfter.allocates(other, line[said]))
        .length;
    },
  });
  return file;
}

/** The function around a diagnostic, whichever closure of it the compiler names; '' unknown. */
function functionOf({ diagnostics, texts }: EscapeEvidence, row: number): string {
  return texts[diagnostics.function[row]].replace(
    /(?:\.(?:func|gowrap|deferwrap)\d|-range\d).*$/,
    '',
  );
}

/** Results, blanks and temporaries are numbered as the compiler comes across them. */
function withoutNumbers(message: string): string {
  return message.replace(/(~[rRb]|\.autotmp_)\d+/g, '$1').replaceAll('~R', '~r');
}
