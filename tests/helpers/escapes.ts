import {
  DiagnosticKind,
  type EscapeEvidence,
  StepKind,
} from '../../src/core/evidence/escape/diagnostics.ts';
import { EscapeExtractor } from '../../src/core/evidence/escape/extract.ts';
import {
  type Diagnostic,
  diagnosticAt,
  type Explanation,
  type ExplanationStep,
  explanationsOf,
} from '../../src/core/evidence/escape/read.ts';
import type { Taken } from '../../src/core/evidence/extractor.ts';

/** What the compiler said, and what became of each line of its text. */
export interface ReadEscapes {
  readonly evidence: EscapeEvidence;
  readonly taken: readonly Taken[];
}

/** Reads a text as the search through a file does, line by line. */
export function readEscapes(text: string): ReadEscapes {
  const extractor = new EscapeExtractor();
  const taken = text.split(/\r?\n/).map((line) => extractor.take(line));
  return { evidence: extractor.finish(), taken };
}

/** What a text says, where all of it can be read. */
export const escapesIn = (text: string): EscapeEvidence => readEscapes(text).evidence;

/**
 * Diagnostics by file, with their function and their explanations:
 *
 *     main.go of example.com/odd
 *       18:6 movedToHeap head, in ring ×2
 *         {heap} ← &head
 *           &head (address-of) at main.go:24:12
 */
export function drawEscapes(evidence: EscapeEvidence): string {
  const said = diagnosticsOf(evidence);
  const headings = new Set(said.map(heading));
  return [...headings]
    .flatMap((file) => [
      file,
      ...said
        .filter((diagnostic) => heading(diagnostic) === file)
        .flatMap((diagnostic) => [
          `  ${drawDiagnostic(diagnostic)}`,
          ...explanationsOf(evidence, diagnostic.row).flatMap(drawExplanation),
        ]),
    ])
    .concat('')
    .join('\n');
}

/** All diagnostics. */
export function diagnosticsOf(evidence: EscapeEvidence): Diagnostic[] {
  return Array.from(evidence.diagnostics.file.keys(), (row) => diagnosticAt(evidence, row));
}

function heading({ path, packagePath }: Diagnostic): string {
  return packagePath === '' ? path : `${path} of ${packagePath}`;
}

const KIND_NAMES = Object.keys(DiagnosticKind);

/** Where, what kind, what about, in which function, of which inlined body, and whether more than once. */
function drawDiagnostic(diagnostic: Diagnostic): string {
  const { line, column, kind, subject, inlined, count } = diagnostic;
  return [
    `${line}:${column} ${KIND_NAMES[kind]} ${subject}`.trimEnd(),
    diagnostic.function === '' ? '' : `, in ${diagnostic.function}`,
    inlined === null ? '' : `, inlined from ${inlined.path}:${inlined.line}`,
    count === 1 ? '' : ` ×${count}`,
  ].join('');
}

function drawExplanation({ sink, derefs, steps }: Explanation): string[] {
  const lines = steps.map((step) => `    ${drawStep(step)}`);
  return sink === '' ? lines : [`    to ${sink}, ${derefs} derefs`, ...lines];
}

function drawStep({ kind, what, detail, derefs, place }: ExplanationStep): string {
  switch (kind) {
    case StepKind.flow:
      return `${detail} ← ${derefs < 0 ? '&' : '*'.repeat(derefs)}${what}`;
    case StepKind.reason: {
      const at = place === null ? '' : ` at ${place.path}:${place.line}:${place.column}`;
      return `  ${what} (${detail})${at}`;
    }
    default:
      return 'cut off';
  }
}
