import {
  type ChangeRow,
  type CostedDiagnostic,
  changeRows,
} from '../core/analysis/escape-join/change-rows.ts';
import { ChangeKind } from '../core/analysis/escape-join/changes.ts';
import { type EscapeJoin, JoinClass } from '../core/analysis/escape-join/escape-join.ts';
import { lineRows } from '../core/analysis/escape-join/line-rows.ts';
import {
  type EscapeLines,
  escapeLines,
  LineFlag,
  lineAt,
} from '../core/analysis/escape-join/lines.ts';
import { shownLines } from '../core/analysis/escape-join/shown-lines.ts';
import { type EscapeEvidence, saysAllocation } from '../core/evidence/escape/diagnostics.ts';
import { diagnosticAt, explanationsOf } from '../core/evidence/escape/read.ts';
import { baseName } from '../core/text/path.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { formatBytes } from '../core/units/bytes.ts';
import { formatCount } from '../core/units/count.ts';
import { formatShare } from '../core/units/share.ts';
import { counted } from '../words/counted.ts';
import { CHANGE_WORDS, CLASS_WORDS, silenceWords } from '../words/evidence/escape-words.ts';
import { unreadableWords } from '../words/evidence/finding-words.ts';
import { flowSentence, flowWords, sinkWords } from '../words/evidence/flow-words.ts';
import { costedEscapes, type EscapeInput } from './escape-input.ts';

/** What of it is printed. */
export interface EscapeChoice {
  /** Explanations too. */
  readonly flow: boolean;
  /** Messages of any kind, rather than of allocations alone. */
  readonly all: boolean;
  /** What costs are divided by. */
  readonly per: number;
}

/** The lines that the compiler speaks of by file and function, with what they cost. */
export function escapesText(input: EscapeInput, choice: EscapeChoice): string {
  const { evidence, joined } = input;
  const lines = escapeLines(evidence, joined);
  const flags = choice.all ? ~0 : LineFlag.allocation | LineFlag.silent;
  const sort =
    joined === null
      ? ({ column: 'place', descending: false } as const)
      : ({ column: 'objects', descending: true } as const);
  const shown = shownLines(lines, evidence, flags, null, sort);
  const rows = lineRows(lines, evidence, shown, 'function', sort);
  const text: string[] = headOf(input);
  if (joined !== null) text.push('', ...classLines(joined.join), '', '  objects      bytes');
  for (let row = 0; row < rows.length; row++) {
    const id = rows.id[row] ?? -1;
    if (id >= 0) {
      text.push(...linesOf(lines, evidence, id, joined !== null, choice));
      continue;
    }
    const path = lines.paths[rows.path[row] ?? 0] ?? '';
    const name = rows.functionName[row] || 'function unknown';
    const cost =
      joined === null ? '' : `${costText(rows.objects[row] ?? 0, rows.bytes[row] ?? 0, choice)}  `;
    text.push('', `${cost}${visibleText(name)}  ${visibleText(path)}`);
  }
  return `${text.join('\n')}\n`;
}

/** What became of each allocation that the compiler speaks of, with what its line costs. */
export function changesText(before: EscapeInput, after: EscapeInput, choice: EscapeChoice): string {
  const kinds = choice.all ? ~0 : ~(1 << ChangeKind.unchanged);
  const { counts, rows } = changeRows(costedEscapes(before), costedEscapes(after), kinds, null);
  const summary = CHANGE_WORDS.map(({ title }, kind) => `${title.toLowerCase()} ${counts[kind]}`);
  const text = [...headOf(before), ...headOf(after), `Allocations: ${summary.join(', ')}`];
  for (const [kind, { title }] of CHANGE_WORDS.entries()) {
    const ofKind = rows.filter(({ change }) => change === kind);
    if (ofKind.length === 0) continue;
    text.push('', `${title}:`);
    for (const row of ofKind) text.push(...changeLines(row, before, after, choice));
  }
  return `${text.join('\n')}\n`;
}

function headOf({ name, evidence, unreadable }: EscapeInput): string[] {
  const { diagnostics, goVersions } = evidence;
  const files = new Set(diagnostics.file).size;
  const said = counted(diagnostics.length, 'message', 'messages');
  const version = goVersions.length === 0 ? '' : `, ${goVersions.join(', ')}`;
  const damaged = unreadableWords({ kind: 'escape', count: 0, unreadable });
  return [
    visibleText(`${name}: ${said} about ${counted(files, 'file', 'files')}${version}`),
    ...(damaged === '' ? [] : [`Warning: ${damaged}`]),
  ];
}

/** How much of the cost the compiler's output explains. */
function classLines({ classObjects, classBytes, totalObjects, totalBytes, files }: EscapeJoin) {
  const undecided = files.isAmbiguous.reduce((count, one) => count + one, 0);
  return [
    ...CLASS_WORDS.flatMap(({ title }, joinClass) => {
      const objects = classObjects[joinClass] ?? 0;
      if (objects === 0 && joinClass === JoinClass.noLine) return [];
      return [
        `${title.padEnd(22)} ${formatShare(objects, totalObjects).padStart(6)} of objects ${formatShare(classBytes[joinClass] ?? 0, totalBytes).padStart(6)} of bytes`,
      ];
    }),
    ...(undecided === 0
      ? []
      : [
          `${counted(undecided, 'file', 'files')} of the profile could be several of these: left out.`,
        ]),
  ];
}

function linesOf(
  lines: EscapeLines,
  evidence: EscapeEvidence,
  id: number,
  hasCosts: boolean,
  choice: EscapeChoice,
): string[] {
  const { line, objects, bytes, joinClass, messages } = lineAt(lines, id);
  const said = messages
    .map((row) => diagnosticAt(evidence, row))
    .filter(({ kind }) => choice.all || saysAllocation(kind));
  const cost = hasCosts ? costText(objects, bytes, choice) : '';
  const blank = ' '.repeat(cost.length);
  const place = (column: number) => (column === 0 ? `${line}` : `${line}:${column}`).padEnd(8);
  if (said.length === 0) return [`${cost}    ${place(0)} ${silenceWords(joinClass)}`];
  return said.flatMap(({ row, path, column, line: own, message }, at) => [
    `${at === 0 ? cost : blank}    ${own === line ? place(column) : `at the call, ${baseName(path)}:${own}:${column}:`} ${visibleText(message)}`,
    ...(choice.flow ? flowLines(evidence, row).map((step) => `${blank}             ${step}`) : []),
  ]);
}

function changeLines(
  { before, after, instead }: ChangeRow,
  { evidence: old }: EscapeInput,
  { evidence: now }: EscapeInput,
  choice: EscapeChoice,
): string[] {
  const said = after ?? before;
  if (said === null) return [];
  const places = [before, after].filter((side) => side !== null).map(placeOf);
  const name = said.function === '' ? '' : `${said.function}: `;
  const cost = [before, after].map((side) => sideCost(side, choice)).filter((text) => text !== '');
  const costs = cost.length === 0 ? '' : `${cost.join(' → ')}  `;
  const flow =
    after === null
      ? before === null
        ? []
        : flowLines(old, before.row)
      : flowLines(now, after.row);
  return [
    `  ${costs}${visibleText(`${name}${said.message}`)}  ${visibleText([...new Set(places)].join(' → '))}`,
    ...(instead === null ? [] : [`      now: ${visibleText(instead.message)}`]),
    ...(choice.flow ? flow.map((step) => `      ${step}`) : []),
  ];
}

const placeOf = ({ path, line }: CostedDiagnostic) => `${path}:${line}`;

function sideCost(side: CostedDiagnostic | null, choice: EscapeChoice): string {
  if (side === null || Number.isNaN(side.objects)) return '';
  return costText(side.objects, side.bytes, choice).trim();
}

function flowLines(evidence: EscapeEvidence, row: number): string[] {
  return explanationsOf(evidence, row)
    .flatMap((explanation) => [
      ...[sinkWords(explanation)]
        .filter((parts) => parts.length > 0)
        .map((parts) => flowSentence({ isFlow: true, parts, place: '' })),
      ...flowWords(explanation).map((step) => `${step.isFlow ? '' : '  '}${flowSentence(step)}`),
    ])
    .map(visibleText);
}

function costText(objects: number, bytes: number, { per }: EscapeChoice): string {
  const count = formatCount(objects / per);
  return `${count.padStart(9)} ${formatBytes(bytes / per).padStart(10)}`;
}
