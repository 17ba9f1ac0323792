import type { Interned } from '../interned.ts';
import type { DiagnosticRows, Place } from './diagnostic-rows.ts';
import { DiagnosticKind, type ExplanationTable, type StepTable } from './diagnostics.ts';
import type { Head } from './message.ts';
import type { Step } from './step.ts';

/** The explanations while they come, with their steps, which may be torn apart by lines of others. */
export class ExplanationRows {
  private readonly texts: Interned;
  private readonly places: Place[] = [];
  private readonly subject: number[] = [];
  private readonly sink: number[] = [];
  private readonly derefs: number[] = [];
  private readonly function: number[] = [];

  private readonly stepOf: number[] = [];
  private readonly kind: number[] = [];
  private readonly what: number[] = [];
  private readonly detail: number[] = [];
  private readonly stepDerefs: number[] = [];
  private readonly file: number[] = [];
  private readonly line: number[] = [];
  private readonly column: number[] = [];

  constructor(texts: Interned) {
    this.texts = texts;
  }

  /** Row of a new explanation. */
  add(place: Place, head: Omit<Head, 'is'>): number {
    this.subject.push(this.texts.rowOf(head.subject));
    this.sink.push(this.texts.rowOf(head.sink));
    this.derefs.push(head.derefs);
    this.function.push(this.texts.rowOf(head.function));
    return this.places.push(place) - 1;
  }

  /** Adds a step to an explanation; the place of one without is null. */
  addStep(explanation: number, step: Omit<Step, 'at' | 'position'>, place: Place | null): void {
    this.stepOf.push(explanation);
    this.kind.push(step.kind);
    this.what.push(this.texts.rowOf(step.what));
    this.detail.push(this.texts.rowOf(step.detail));
    this.stepDerefs.push(step.derefs);
    this.file.push(place?.file ?? -1);
    this.line.push(place?.line ?? 0);
    this.column.push(place?.column ?? 0);
  }

  /**
   * Gives each explanation to its diagnostic, once however often it was said. Of a value without a diagnostic it
   * becomes one; a parameter without one belongs to a body that was inlined, and explains nothing here.
   */
  finish(rows: DiagnosticRows): {
    explanationStart: Int32Array;
    explanations: ExplanationTable;
    steps: StepTable;
  } {
    const stepsOf = this.stepsByExplanation();
    const seen = new Set<string>();
    const owned: [owner: number, explanation: number][] = [];
    for (let explanation = 0; explanation < this.places.length; explanation++) {
      const owner = this.ownerOf(explanation, rows);
      if (owner < 0) continue;
      if (rows.function[owner] === 0) rows.function[owner] = this.function[explanation];
      const key = `${owner} ${this.sink[explanation]} ${this.derefs[explanation]} ${this.stepsKey(stepsOf(explanation))}`;
      if (stepsOf(explanation).length === 0 || seen.has(key)) continue;
      seen.add(key);
      owned.push([owner, explanation]);
    }
    owned.sort(([a], [b]) => a - b);

    const explanationStart = new Int32Array(rows.length + 1);
    for (const [owner] of owned) explanationStart[owner + 1]++;
    for (let row = 0; row < rows.length; row++) explanationStart[row + 1] += explanationStart[row];
    const order = owned.map(([, explanation]) => explanation);
    return {
      explanationStart,
      explanations: this.explanationTable(order, stepsOf),
      steps: this.stepTable(order.flatMap((explanation) => [...stepsOf(explanation)])),
    };
  }

  private ownerOf(explanation: number, rows: DiagnosticRows): number {
    const place = this.places[explanation];
    const subject = this.subject[explanation];
    const sink = this.texts.texts[this.sink[explanation]];
    const isLeak = sink !== '';
    const owner = rows.explained(place, subject, isLeak, sink);
    if (owner >= 0 || isLeak) return owner;
    const text = this.texts.texts[subject];
    return rows.add(place, DiagnosticKind.escapesToHeap, `${text} escapes to heap`, text);
  }

  /** Gives the steps of an explanation, in their order. */
  private stepsByExplanation(): (explanation: number) => Int32Array {
    const start = new Int32Array(this.places.length + 1);
    for (const explanation of this.stepOf) start[explanation + 1]++;
    for (let row = 0; row < this.places.length; row++) start[row + 1] += start[row];
    const next = start.slice();
    const order = new Int32Array(this.stepOf.length);
    this.stepOf.forEach((explanation, step) => {
      order[next[explanation]++] = step;
    });
    return (explanation) => order.subarray(start[explanation], start[explanation + 1]);
  }

  private stepsKey(steps: Int32Array): string {
    const { kind, what, detail, stepDerefs, file, line, column } = this;
    let key = '';
    for (const step of steps) {
      key += `${kind[step]},${what[step]},${detail[step]},${stepDerefs[step]},${file[step]},${line[step]},${column[step]};`;
    }
    return key;
  }

  private explanationTable(
    order: readonly number[],
    stepsOf: (explanation: number) => Int32Array,
  ): ExplanationTable {
    const stepStart = new Int32Array(order.length + 1);
    order.forEach((explanation, row) => {
      stepStart[row + 1] = stepStart[row] + stepsOf(explanation).length;
    });
    return {
      length: order.length,
      sink: Int32Array.from(order, (explanation) => this.sink[explanation]),
      derefs: Int32Array.from(order, (explanation) => this.derefs[explanation]),
      stepStart,
    };
  }

  private stepTable(order: readonly number[]): StepTable {
    return {
      length: order.length,
      kind: Uint8Array.from(order, (step) => this.kind[step]),
      what: Int32Array.from(order, (step) => this.what[step]),
      detail: Int32Array.from(order, (step) => this.detail[step]),
      derefs: Int32Array.from(order, (step) => this.stepDerefs[step]),
      file: Int32Array.from(order, (step) => this.file[step]),
      line: Int32Array.from(order, (step) => this.line[step]),
      column: Int32Array.from(order, (step) => this.column[step]),
    };
  }
}
