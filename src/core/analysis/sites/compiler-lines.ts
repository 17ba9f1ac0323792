import {
  DiagnosticKind,
  type EscapeEvidence,
  StepKind,
  saysAllocation,
} from '../../evidence/escape/diagnostics.ts';
import type { CompilerMessage } from '../../evidence/patterns/facts.ts';
import { DiagnosticLines } from '../escape-join/diagnostic-lines.ts';
import { matchFiles } from '../escape-join/match-files.ts';
import { ProfileFiles } from '../escape-join/profile-files.ts';
import type { FrameTable } from '../frames.ts';

/** What the compiler said, by the lines of a profile. */
export class CompilerLines {
  private readonly evidence: EscapeEvidence;
  private readonly lines: DiagnosticLines;
  /** By path in the profile: row of the diagnostics' files. */
  private readonly fileOf = new Map<string, number>();
  /** Places and expressions that become an interface, as explanations say of those that flow through them. */
  private readonly conversions = new Set<string>();

  /** `lineFrames` are the rows of `frames` whose lines are asked about. */
  constructor(evidence: EscapeEvidence, frames: FrameTable, lineFrames: readonly number[]) {
    this.evidence = evidence;
    this.lines = new DiagnosticLines(evidence.diagnostics, evidence.files.length);
    this.findConversions();
    const files = new ProfileFiles(frames);
    for (const frame of lineFrames) {
      const file = files.rowOf(frame);
      if (file >= 0) files.addLine(file, frames.line[frame]);
    }
    const matches = matchFiles(files.files, evidence.files, {
      speaksOf: (file) => this.lines.speaksOf(file),
      sharedLines: (profileFile, file) =>
        [...files.linesOf(profileFile)].filter((line) => this.lines.allocates(file, line)).length,
    });
    matches.path.forEach((path, row) => {
      if (matches.file[row] >= 0) this.fileOf.set(path, matches.file[row]);
    });
  }

  /** The messages about a line; null where the compiler never spoke of the file. */
  at(path: string, line: number): readonly CompilerMessage[] | null {
    const file = this.fileOf.get(path);
    if (file === undefined || !this.lines.speaksOf(file)) return null;
    const { kind, column, inlinedFile, subject, message } = this.evidence.diagnostics;
    const { texts } = this.evidence;
    const rows = this.lines.rowsOf(file, line);
    const calls = new Map<number, string>();
    for (const row of rows) {
      if (kind[row] === DiagnosticKind.inlinedCall) calls.set(column[row], texts[subject[row]]);
    }
    const messages: CompilerMessage[] = [];
    for (const row of rows) {
      const says = saysOf(kind[row]);
      if (says === null) continue;
      const call = column[row] === 0 ? undefined : calls.get(column[row]);
      messages.push({
        says,
        column: column[row],
        subject: texts[subject[row]],
        text: texts[message[row]],
        reasons: this.reasonsOf(row),
        isConverted: this.conversions.has(conversionKey(file, line, column[row], subject[row])),
        inlined: call ?? (inlinedFile[row] >= 0 ? 'a function' : ''),
      });
    }
    return messages;
  }

  /** The messages that say of an allocation in a file, by line and column. */
  allocationsIn(path: string): { readonly line: number; readonly message: string }[] {
    const file = this.fileOf.get(path);
    if (file === undefined) return [];
    const { kind, line, message } = this.evidence.diagnostics;
    return Array.from(this.lines.rowsOfFile(file))
      .filter((row) => saysAllocation(kind[row]))
      .map((row) => ({ line: line[row], message: this.evidence.texts[message[row]] }));
  }

  private findConversions(): void {
    const { steps, texts } = this.evidence;
    const converted = texts.indexOf('interface-converted');
    if (converted < 0) return;
    for (let step = 0; step < steps.length; step++) {
      if (steps.kind[step] !== StepKind.reason || steps.detail[step] !== converted) continue;
      const { file, line, column, what } = steps;
      this.conversions.add(conversionKey(file[step], line[step], column[step], what[step]));
    }
  }

  private reasonsOf(row: number): string[] {
    const { diagnostics, explanations, steps, texts } = this.evidence;
    const reasons = new Set<string>();
    for (
      let e = diagnostics.explanationStart[row];
      e < diagnostics.explanationStart[row + 1];
      e++
    ) {
      for (let step = explanations.stepStart[e]; step < explanations.stepStart[e + 1]; step++) {
        if (steps.kind[step] === StepKind.reason) reasons.add(texts[steps.detail[step]]);
      }
    }
    return [...reasons];
  }
}

function saysOf(kind: number): CompilerMessage['says'] | null {
  if (kind === DiagnosticKind.movedToHeap) return 'moved';
  if (saysAllocation(kind)) return 'escapes';
  return kind === DiagnosticKind.doesNotEscape ? 'stays' : null;
}

function conversionKey(file: number, line: number, column: number, text: number): string {
  return `${file}:${line}:${column}:${text}`;
}
