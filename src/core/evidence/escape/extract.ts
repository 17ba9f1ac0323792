import type { Extractor, Taken } from '../extractor.ts';
import { Interned } from '../interned.ts';
import { DiagnosticRows, type Place } from './diagnostic-rows.ts';
import {
  DiagnosticKind,
  type EscapeEvidence,
  type EscapeSource,
  StepKind,
  saysAllocation,
} from './diagnostics.ts';
import { fillFunctions } from './enclosing-functions.ts';
import { ExplanationRows } from './explanation-rows.ts';
import { type LoggedDiagnostic, readJsonLine } from './json-log.ts';
import { type Head, readMessage } from './message.ts';
import { findPosition, type Position } from './position.ts';
import { SourceFiles } from './source-files.ts';
import { readStep, type Step } from './step.ts';

/**
 * Gathers what the Go compiler says of allocations: lines of `-m` and `-m=2` in their forms of Go 1.7 to 1.26,
 * whatever stands before them, and files of `-json=0,DIR`. Diagnostics of bounds and nil checks are something else.
 */
export class EscapeExtractor implements Extractor<EscapeEvidence> {
  private readonly texts = new Interned('');
  private readonly files = new SourceFiles();
  private readonly diagnostics = new DiagnosticRows(this.texts);
  private readonly explanations = new ExplanationRows(this.texts);
  private readonly sources = new Set<EscapeSource>();
  private readonly goVersions = new Set<string>();
  /** The explanation that was begun last at each place, by `placeKey`. */
  private readonly begun = new Map<string, number>();
  /** What was said last, which to Go 1.12 its explanation follows; null when that cannot follow. */
  private lastSaid: { place: Place; head: Omit<Head, 'is'> } | null = null;
  /** The file that a `-json` file is about, of which its header tells. */
  private loggedFile = -1;
  /** Places where `-json` says that an expression, rather than a variable, escapes, by `loggedKey`. */
  private readonly expressions = new Set<string>();
  /** Rows that `-json` says, by `loggedKey`. */
  private readonly logged: { readonly row: number; readonly key: string }[] = [];

  take(line: string): Taken {
    if (line.startsWith('{')) return this.takeJson(line);
    const found = this.takeText(line);
    if (found !== 'other' || !line.includes('# ')) return found;
    const [, name] = /(?:^|\s)# ([^\s[\]]+(?: \[\S+\.test\])?)$/.exec(line) ?? [];
    if (name !== undefined) this.files.enterPackage(name);
    return 'other';
  }

  finish(): EscapeEvidence {
    this.tellVariables();
    const { explanationStart, explanations, steps } = this.explanations.finish(this.diagnostics);
    fillFunctions(this.diagnostics, this.texts);
    return {
      diagnostics: this.diagnostics.finish(explanationStart),
      explanations,
      steps,
      files: this.files.finish(),
      texts: this.texts.texts,
      goVersions: [...this.goVersions],
      sources: [...this.sources],
    };
  }

  /** A line may hold several positions: that of a logger in front, and those in the message. */
  private takeText(line: string): Taken {
    let taken: Taken = 'other';
    let position = findPosition(line, 0);
    while (position !== null) {
      const next = findPosition(line, position.end);
      const isInFront = next?.fileStart === position.end && !isQuote(line, position.end);
      if (!isInFront) {
        const found = this.takeMessage(line, position);
        if (found === 'read') return found;
        if (found === 'unreadable') taken = found;
      }
      position = next;
    }
    return taken === 'other' && looksDamaged(line) ? 'unreadable' : taken;
  }

  private takeMessage(line: string, position: Position): Taken {
    const text = line.slice(position.end);
    const step = readStep(text.trimStart());
    if (step !== null) return this.takeStep(step, this.placeIn(line, position));
    const message = readMessage(text.trimEnd());
    if (typeof message === 'string') return message;
    const place = this.placeIn(line, position);
    if (message.is === 'head') {
      this.begin(place, message);
      this.lastSaid = null;
      return 'read';
    }
    this.sources.add('m1');
    this.diagnostics.add(place, message.kind, text.trimEnd(), message.subject);
    this.lastSaid = { place, head: headOf(message) };
    return 'read';
  }

  private takeStep(step: Step, place: Place): Taken {
    const explanation = this.begun.get(placeKey(place)) ?? this.beginAfterSaid(place);
    if (explanation < 0) return 'unreadable';
    const { position, at } = step;
    this.explanations.addStep(
      explanation,
      step,
      position === null ? null : this.placeIn(at, position),
    );
    return 'read';
  }

  private begin(place: Place, head: Omit<Head, 'is'>): number {
    this.sources.add('m2');
    const explanation = this.explanations.add(place, head);
    this.begun.set(placeKey(place), explanation);
    return explanation;
  }

  /** Begins the explanation of what was said last; -1 if that stands elsewhere. */
  private beginAfterSaid(place: Place): number {
    const said = this.lastSaid;
    return said !== null && placeKey(said.place) === placeKey(place)
      ? this.begin(place, said.head)
      : -1;
  }

  private placeIn(text: string, { fileStart, fileEnd, line, column }: Position): Place {
    return { file: this.files.row(text.slice(fileStart, fileEnd)), line, column };
  }

  private takeJson(line: string): Taken {
    const read = readJsonLine(line);
    if (typeof read === 'string') return read;
    switch (read.is) {
      case 'header':
        this.goVersions.add(read.header.goVersion);
        this.sources.add('json');
        this.files.enterPackage(read.header.packagePath);
        this.loggedFile = this.files.row(read.header.file);
        return 'other';
      case 'diagnostic':
        return this.loggedFile < 0 ? 'unreadable' : this.takeLogged(read.diagnostic);
    }
  }

  private takeLogged(logged: LoggedDiagnostic): Taken {
    const { line, column, code, inlined } = logged;
    const place = { file: this.loggedFile, line, column };
    if (code !== 'escape' && code !== 'escapes' && code !== 'leak') return 'other';
    if (logged.message === '') {
      this.expressions.add(loggedKey(this.loggedFile, logged));
      return 'other';
    }
    // The messages of heads with -m=2, without their colon.
    const head = readMessage(`${logged.message}:`);
    if (typeof head === 'string' || head.is !== 'head') return 'unreadable';
    const { kind, message } = saidOf(head);
    const row = this.diagnostics.add(place, kind, message, head.subject);
    this.logged.push({ row, key: loggedKey(this.loggedFile, logged) });
    if (inlined !== null && inlined.file !== '') {
      this.diagnostics.setInlined(row, this.files.row(inlined.file), inlined.line);
    }
    const explanation = this.explanations.add(place, head);
    for (const { text, place: at } of logged.steps) {
      const step = readStep(text);
      if (step === null) continue;
      const hasPlace = step.kind === StepKind.reason && at.file !== '';
      const stepPlace = hasPlace ? { ...at, file: this.files.row(at.file) } : null;
      this.explanations.addStep(explanation, step, stepPlace);
    }
    return 'read';
  }

  /** `-json` says the same of a variable that is moved to the heap and of an expression that escapes to it. */
  private tellVariables(): void {
    const { kind, subject, message } = this.diagnostics;
    for (const { row, key } of this.logged) {
      const name = this.texts.texts[subject[row]];
      if (kind[row] !== DiagnosticKind.escapesToHeap || this.expressions.has(key)) continue;
      if (!/^[\p{L}_.#~][\p{L}\p{Nd}_.]*$/u.test(name)) continue;
      kind[row] = DiagnosticKind.movedToHeap;
      message[row] = this.texts.rowOf(`moved to heap: ${name}`);
    }
  }
}

/** What an explanation that begins after a diagnostic would have for a head. */
function headOf({ kind, subject, result }: { kind: number; subject: string; result: string }) {
  const sink = saysAllocation(kind) ? '' : result === '' ? '{heap}' : result;
  return { subject, sink, derefs: 0, function: '' };
}

/** What `-m` says where `-json` has only what `-m=2` begins its explanations with. */
function saidOf({ subject, sink, derefs }: Head): { kind: number; message: string } {
  if (sink === '') {
    return { kind: DiagnosticKind.escapesToHeap, message: `${subject} escapes to heap` };
  }
  if (!sink.startsWith('{')) {
    const message = `leaking param: ${subject} to result ${sink} level=${derefs}`;
    return { kind: DiagnosticKind.leakingParamToResult, message };
  }
  return derefs === 0
    ? { kind: DiagnosticKind.leakingParam, message: `leaking param: ${subject}` }
    : { kind: DiagnosticKind.leakingParamContent, message: `leaking param content: ${subject}` };
}

/** Where a diagnostic stands in its file, and in the body that was inlined there. */
function loggedKey(file: number, { line, column, inlined }: LoggedDiagnostic): string {
  const body = inlined === null ? '' : `${inlined.file}:${inlined.line}:${inlined.column}`;
  return `${file}:${line}:${column} ${body}`;
}

/** Whether a string begins there, in which anything may stand. */
function isQuote(line: string, at: number): boolean {
  return '"\'`'.includes(line.charAt(at));
}

function placeKey({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** A source file and a phrase that only the compiler uses, without a position that can be read. */
function looksDamaged(line: string): boolean {
  return (
    line.includes('.go:') &&
    (line.includes(': moved to heap') ||
      line.includes(' escapes to heap') ||
      line.includes(': leaking param'))
  );
}
