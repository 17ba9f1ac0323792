import type { EscapeEvidence } from './diagnostics.ts';

/** A row of the diagnostics with its texts, for the few that are looked at. */
export interface Diagnostic {
  readonly row: number;
  readonly path: string;
  /** '' unknown. */
  readonly packagePath: string;
  readonly line: number;
  /** 0 when there is none. */
  readonly column: number;
  /** One of `DiagnosticKind`. */
  readonly kind: number;
  readonly message: string;
  readonly subject: string;
  /** '' unknown. */
  readonly function: string;
  /** The line of a body that was inlined here; null where none is told. */
  readonly inlined: { readonly path: string; readonly line: number } | null;
  readonly count: number;
}

/** A way on which something gets to the heap. */
export interface Explanation {
  /** Where a parameter leaks to; '' for a value. */
  readonly sink: string;
  readonly derefs: number;
  readonly steps: readonly ExplanationStep[];
}

/** A step of it, with the parts that `StepTable` has. */
export interface ExplanationStep {
  /** One of `StepKind`. */
  readonly kind: number;
  readonly what: string;
  readonly detail: string;
  readonly derefs: number;
  /** null where it has none. */
  readonly place: { readonly path: string; readonly line: number; readonly column: number } | null;
}

/** The diagnostic of a row. */
export function diagnosticAt(
  { diagnostics, files, texts }: EscapeEvidence,
  row: number,
): Diagnostic {
  const file = diagnostics.file[row];
  const inlined = diagnostics.inlinedFile[row];
  return {
    row,
    path: files.path[file],
    packagePath: files.packagePath[file],
    line: diagnostics.line[row],
    column: diagnostics.column[row],
    kind: diagnostics.kind[row],
    message: texts[diagnostics.message[row]],
    subject: texts[diagnostics.subject[row]],
    function: texts[diagnostics.function[row]],
    inlined: inlined < 0 ? null : { path: files.path[inlined], line: diagnostics.inlinedLine[row] },
    count: diagnostics.count[row],
  };
}

/** The explanations of the diagnostic of a row. */
export function explanationsOf(
  { diagnostics, explanations, steps, files, texts }: EscapeEvidence,
  row: number,
): Explanation[] {
  const found: Explanation[] = [];
  for (
    let at = diagnostics.explanationStart[row];
    at < diagnostics.explanationStart[row + 1];
    at++
  ) {
    const ofThis: ExplanationStep[] = [];
    for (let step = explanations.stepStart[at]; step < explanations.stepStart[at + 1]; step++) {
      const file = steps.file[step];
      ofThis.push({
        kind: steps.kind[step],
        what: texts[steps.what[step]],
        detail: texts[steps.detail[step]],
        derefs: steps.derefs[step],
        place:
          file < 0
            ? null
            : { path: files.path[file], line: steps.line[step], column: steps.column[step] },
      });
    }
    found.push({
      sink: texts[explanations.sink[at]],
      derefs: explanations.derefs[at],
      steps: ofThis,
    });
  }
  return found;
}
