import { type CostedDiagnostic, changeRows } from '../core/analysis/escape-join/change-rows.ts';
import { ChangeKind } from '../core/analysis/escape-join/changes.ts';
import { JoinClass } from '../core/analysis/escape-join/escape-join.ts';
import { escapeLines, lineAt } from '../core/analysis/escape-join/lines.ts';
import {
  DiagnosticKind,
  type EscapeEvidence,
  StepKind,
} from '../core/evidence/escape/diagnostics.ts';
import { type Diagnostic, diagnosticAt, explanationsOf } from '../core/evidence/escape/read.ts';
import { visibleJson } from '../core/text/visible-text.ts';
import { costedEscapes, type EscapeInput } from './escape-input.ts';

const KINDS = Object.keys(DiagnosticKind);
const CLASSES = Object.keys(JoinClass);
const CHANGES = Object.keys(ChangeKind);
const STEPS = Object.keys(StepKind);

/** All that was said, with what it costs, for programs, as docs/cli.md says. */
export function escapesJson(input: EscapeInput): string {
  const { evidence, joined } = input;
  const lines = escapeLines(evidence, joined);
  const rows = Array.from({ length: lines.length }, (_, row) => {
    const { path, line, functionName, objects, bytes, joinClass, messages } = lineAt(lines, row);
    return {
      file: path,
      line,
      function: functionName,
      ...(joined === null ? {} : { objects, bytes, class: CLASSES[joinClass] }),
      messages: messages.map((message) => said(evidence, diagnosticAt(evidence, message))),
    };
  });
  return written({ ...headOf(input), lines: rows });
}

/** What became of each allocation. */
export function changesJson(before: EscapeInput, after: EscapeInput): string {
  const { counts, rows } = changeRows(costedEscapes(before), costedEscapes(after), ~0, null);
  return written({
    before: headOf(before),
    after: headOf(after),
    counts: Object.fromEntries(CHANGES.map((name, kind) => [name, counts[kind]])),
    lines: rows.map((row) => ({
      change: CHANGES[row.change],
      before: row.before && costedSaid(before.evidence, row.before),
      after: row.after && costedSaid(after.evidence, row.after),
      ...(row.instead === null ? {} : { instead: row.instead.message }),
    })),
  });
}

function headOf({ name, evidence, unreadable, joined }: EscapeInput) {
  return {
    file: name,
    goVersions: evidence.goVersions,
    sources: evidence.sources,
    unreadable: { count: unreadable.count, firstLines: unreadable.first },
    costs:
      joined === null
        ? null
        : {
            objects: joined.join.totalObjects,
            bytes: joined.join.totalBytes,
            classes: Object.fromEntries(
              CLASSES.map((title, at) => [
                title,
                { objects: joined.join.classObjects[at], bytes: joined.join.classBytes[at] },
              ]),
            ),
          },
  };
}

function said(evidence: EscapeEvidence, diagnostic: Diagnostic) {
  const { row, path, line, column, kind, message, subject, count } = diagnostic;
  return {
    kind: KINDS[kind],
    file: path,
    line,
    column,
    function: diagnostic.function,
    message,
    subject,
    count,
    explanations: explanationsOf(evidence, row).map(({ sink, derefs, steps }) => ({
      sink,
      derefs,
      steps: steps.map((step) => ({ ...step, kind: STEPS[step.kind] })),
    })),
  };
}

/** JSON has no NaN: what no profile tells is null. */
function costedSaid(evidence: EscapeEvidence, diagnostic: CostedDiagnostic) {
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    ...said(evidence, diagnostic),
    objects: known(diagnostic.objects),
    bytes: known(diagnostic.bytes),
  };
}

interface Answer {
  readonly lines: readonly unknown[];
  readonly [field: string]: unknown;
}

/** One line of the list on a line, so that large outputs can be read and compared line by line. */
function written({ lines, ...head }: Answer): string {
  const rows = lines.map((line) => `\n${JSON.stringify(line)}`).join(',');
  return visibleJson(`${JSON.stringify(head).slice(0, -1)},"lines":[${rows}\n]}\n`);
}
