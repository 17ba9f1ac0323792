import { Interned } from '../interned.ts';
import { DiagnosticRows, type Place } from './diagnostic-rows.ts';
import type { EscapeEvidence } from './diagnostics.ts';
import { ExplanationRows } from './explanation-rows.ts';
import { SourceFiles } from './source-files.ts';

/**
 * Several outputs of one build as one, such as the files of a `-json` folder, which has one for each source file.
 * What two of them say is kept once. A single one comes back as it is.
 */
export function mergeEscapes(parts: readonly EscapeEvidence[]): EscapeEvidence {
  if (parts.length === 1) return parts[0];
  const texts = new Interned('');
  const files = new SourceFiles();
  const rows = new DiagnosticRows(texts);
  const explanations = new ExplanationRows(texts);
  for (const part of parts) {
    const fileRows = part.files.path.map((path, file) =>
      files.rowIn(part.files.packagePath[file], path),
    );
    addDiagnostics(rows, part, fileRows, texts);
    addExplanations(explanations, part, fileRows);
  }
  const { explanationStart, ...explained } = explanations.finish(rows);
  return {
    ...explained,
    diagnostics: rows.finish(explanationStart),
    files: files.finish(),
    texts: texts.texts,
    goVersions: [...new Set(parts.flatMap(({ goVersions }) => goVersions))],
    sources: [...new Set(parts.flatMap(({ sources }) => sources))],
  };
}

function addDiagnostics(
  rows: DiagnosticRows,
  { diagnostics, texts: partTexts }: EscapeEvidence,
  fileRows: readonly number[],
  texts: Interned,
): void {
  for (let at = 0; at < diagnostics.length; at++) {
    const message = partTexts[diagnostics.message[at]];
    const subject = partTexts[diagnostics.subject[at]];
    const place = placeOf(diagnostics, at, fileRows);
    const row = rows.add(place, diagnostics.kind[at], message, subject, diagnostics.count[at]);
    if (rows.function[row] === 0) {
      rows.function[row] = texts.rowOf(partTexts[diagnostics.function[at]]);
    }
    const inlined = diagnostics.inlinedFile[at];
    if (inlined >= 0) rows.setInlined(row, fileRows[inlined], diagnostics.inlinedLine[at]);
  }
}

function addExplanations(
  merged: ExplanationRows,
  { diagnostics, explanations, steps, texts }: EscapeEvidence,
  fileRows: readonly number[],
): void {
  for (let row = 0; row < diagnostics.length; row++) {
    const place = placeOf(diagnostics, row, fileRows);
    const { explanationStart } = diagnostics;
    for (let at = explanationStart[row]; at < explanationStart[row + 1]; at++) {
      const explanation = merged.add(place, {
        subject: texts[diagnostics.subject[row]],
        sink: texts[explanations.sink[at]],
        derefs: explanations.derefs[at],
        function: '',
      });
      for (let step = explanations.stepStart[at]; step < explanations.stepStart[at + 1]; step++) {
        merged.addStep(
          explanation,
          {
            kind: steps.kind[step],
            what: texts[steps.what[step]],
            detail: texts[steps.detail[step]],
            derefs: steps.derefs[step],
          },
          steps.file[step] < 0 ? null : placeOf(steps, step, fileRows),
        );
      }
    }
  }
}

interface Places {
  readonly file: Int32Array;
  readonly line: Int32Array;
  readonly column: Int32Array;
}

function placeOf({ file, line, column }: Places, row: number, fileRows: readonly number[]): Place {
  return { file: fileRows[file[row]], line: line[row], column: column[row] };
}
