import type { EngineParams } from '../../../bridge/engine-api.ts';
import type {
  EscapeChangeTable,
  EscapeCosts,
  EscapeLine,
  EscapeQueries,
  EscapeTable,
  Said,
} from '../../../bridge/escape-api.ts';
import {
  type ChangeRow,
  type CostedDiagnostic,
  changeRows,
} from '../../../core/analysis/escape-join/change-rows.ts';
import { lineRows } from '../../../core/analysis/escape-join/line-rows.ts';
import { lineAt } from '../../../core/analysis/escape-join/lines.ts';
import { shownLines } from '../../../core/analysis/escape-join/shown-lines.ts';
import { framesOfSites } from '../../../core/analysis/escape-join/site.ts';
import type { EscapeEvidence } from '../../../core/evidence/escape/diagnostics.ts';
import { diagnosticAt, explanationsOf } from '../../../core/evidence/escape/read.ts';
import { compilePattern, type Pattern, type PatternSource } from '../../../core/text/pattern.ts';
import { textColumn } from '../../text-column.ts';
import type { Beside, EvidenceAnswers, EvidenceOfSides } from '../evidence-of-sides.ts';
import {
  type EscapesOfSide,
  escapesOfSide,
  type JoinedSide,
  linesOfSide,
} from './escapes-of-side.ts';

/** How questions about escapes are answered. */
export const escapeAnswers: EvidenceAnswers<EscapeQueries> = {
  escapeLines,
  escapeLine,
  escapeChanges,
  escapeSaid,
};

function escapeLines(
  texts: EvidenceOfSides,
  beside: Beside | null,
  { side, grouping, flags, filter, sort }: EngineParams<'escapeLines'>,
): EscapeTable {
  const escapes = escapesOfSide(texts, beside, side);
  const { evidence, joined } = escapes;
  const lines = linesOfSide(escapes);
  const shown = shownLines(lines, evidence, flags, patternOf(filter), sort);
  const { site, functionName, message, ...columns } = lineRows(
    lines,
    evidence,
    shown,
    grouping,
    sort,
  );
  return {
    ...columns,
    lineCount: lines.length,
    paths: lines.paths,
    functionName: textColumn(functionName),
    message: textColumn(message),
    frame: framesOf(joined, site),
    costs: costsOf(joined),
  };
}

function escapeLine(
  texts: EvidenceOfSides,
  beside: Beside | null,
  { side, id }: EngineParams<'escapeLine'>,
): EscapeLine {
  const escapes = escapesOfSide(texts, beside, side);
  const lines = linesOfSide(escapes);
  if (id >= lines.length) throw new Error('There is no such line any more.');
  const { messages, ...line } = lineAt(lines, id);
  return { ...line, said: messages.map((row) => saidOf(escapes.evidence, row)) };
}

function escapeChanges(
  texts: EvidenceOfSides,
  beside: Beside | null,
  { kinds, filter }: EngineParams<'escapeChanges'>,
): EscapeChangeTable {
  const before = escapesOfSide(texts, beside, 'before');
  const after = escapesOfSide(texts, beside, 'after');
  const { counts, rows } = changeRows(
    costedEscapes(before),
    costedEscapes(after),
    kinds,
    patternOf(filter),
  );
  const texted = (textOf: (row: ChangeRow) => string | undefined) =>
    textColumn(rows.map((row) => textOf(row) ?? ''));
  const framesBefore = framesOf(before.joined, sitesOf(rows, 'before'));
  const framesAfter = framesOf(after.joined, sitesOf(rows, 'after'));
  return {
    length: rows.length,
    counts,
    change: Uint8Array.from(rows, ({ change }) => change),
    message: texted((row) => (row.after ?? row.before)?.message),
    functionName: texted((row) => (row.after ?? row.before)?.function),
    before: Int32Array.from(rows, (row) => row.before?.row ?? -1),
    after: Int32Array.from(rows, (row) => row.after?.row ?? -1),
    placeBefore: texted((row) => placeOf(row.before)),
    placeAfter: texted((row) => placeOf(row.after)),
    instead: texted((row) => row.instead?.message),
    objectsBefore: Float64Array.from(rows, (row) => row.before?.objects ?? Number.NaN),
    bytesBefore: Float64Array.from(rows, (row) => row.before?.bytes ?? Number.NaN),
    objectsAfter: Float64Array.from(rows, (row) => row.after?.objects ?? Number.NaN),
    bytesAfter: Float64Array.from(rows, (row) => row.after?.bytes ?? Number.NaN),
    frame: framesAfter.map((frame, row) => (frame < 0 ? (framesBefore[row] ?? -1) : frame)),
    costsBefore: costsOf(before.joined),
    costsAfter: costsOf(after.joined),
  };
}

function escapeSaid(
  texts: EvidenceOfSides,
  beside: Beside | null,
  { side, row }: EngineParams<'escapeSaid'>,
): Said {
  const { evidence } = escapesOfSide(texts, beside, side);
  if (row >= evidence.diagnostics.length) throw new Error('There is no such message any more.');
  return saidOf(evidence, row);
}

function saidOf(evidence: EscapeEvidence, row: number): Said {
  return { diagnostic: diagnosticAt(evidence, row), explanations: explanationsOf(evidence, row) };
}

const costedEscapes = ({ evidence, joined }: EscapesOfSide) => ({
  evidence,
  join: joined?.join ?? null,
});

const placeOf = (said: CostedDiagnostic | null) =>
  said === null ? '' : `${said.path}:${said.line}`;

function sitesOf(rows: readonly ChangeRow[], side: 'before' | 'after'): Int32Array {
  return Int32Array.from(rows, (row) => row[side]?.site ?? -1);
}

/** The view's frames of lines of the join. */
function framesOf(joined: JoinedSide | null, sites: Int32Array): Int32Array {
  return joined === null ? sites.fill(-1) : framesOfSites(joined.join, joined.side.index, sites);
}

function costsOf(joined: JoinedSide | null): EscapeCosts | null {
  if (joined === null) return null;
  const { join, side, objectType, byteType } = joined;
  const { file, isAmbiguous } = join.files;
  return {
    objectType,
    byteType,
    totalObjects: join.totalObjects,
    totalBytes: join.totalBytes,
    classObjects: [...join.classObjects],
    classBytes: [...join.classBytes],
    scale: side.scale,
    files: {
      all: file.length,
      found: file.reduce((count, row) => count + Number(row >= 0), 0),
      undecided: isAmbiguous.reduce((count, one) => count + one, 0),
    },
  };
}

/** Throws Error with a sentence where the pattern is wrong. */
function patternOf(source: PatternSource | null): Pattern | null {
  if (source === null) return null;
  const pattern = compilePattern(source);
  if ('error' in pattern) throw new Error(pattern.error);
  return pattern;
}
