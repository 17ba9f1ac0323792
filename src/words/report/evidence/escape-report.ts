import type { EscapeChangeTable, EscapeCosts, EscapeTable } from '../../../bridge/escape-api.ts';
import type { TextColumn } from '../../../bridge/text-column.ts';
import { ChangeKind } from '../../../core/analysis/escape-join/changes.ts';
import { JoinClass } from '../../../core/analysis/escape-join/escape-join.ts';
import type {
  Phrase,
  ReportCell,
  ReportSection,
  ReportTable,
} from '../../../core/text/report/report-document.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatBytes } from '../../../core/units/bytes.ts';
import { formatCount } from '../../../core/units/count.ts';
import { formatShare } from '../../../core/units/share.ts';
import { notANumber } from '../../../core/units/signs.ts';
import { counted } from '../../counted.ts';
import { textAt } from '../../text-at.ts';
import { perSentence, sentences } from './per-sentence.ts';

/** Lines and changes that a report names. */
const NAMED = 10;

/** What costs are of. */
interface Shown {
  readonly isComparison: boolean;
  /** What they are divided by, such as `request`; null where they are not. */
  readonly per: string | null;
}

/** What the compiler said of the lines that allocate, what they cost, and what changed of it. */
export function escapeSection(
  lines: EscapeTable,
  changes: EscapeChangeTable | null,
  source: string,
  { isComparison, per }: Shown,
): ReportSection {
  return {
    title: 'What the compiler says of allocations',
    paragraphs: [[`From ${source}.`], ...explained(lines.costs)],
    tables: [
      linesTable(lines, isComparison, per),
      ...(changes === null ? [] : [changesTable(changes, per)]),
    ],
  };
}

/** How much of what the profile counts the compiler's messages explain, and what becomes of the rest. */
function explained(costs: EscapeCosts | null): Phrase[][] {
  if (costs === null || costs.totalObjects === 0) return [];
  const share = (...classes: number[]) => ({
    objects: formatShare(sumOf(costs.classObjects, classes), costs.totalObjects),
    bytes: formatShare(sumOf(costs.classBytes, classes), costs.totalBytes),
  });
  const known = share(JoinClass.explained, JoinClass.explainedAtCall);
  const silent = share(JoinClass.lineSilent);
  const apart = share(JoinClass.fileSilent, JoinClass.noLine);
  return [
    [
      `A message of the compiler stands at the lines of ${known.objects} of the objects and ${known.bytes} of the bytes. No compiler message: ${silent.objects} of the objects (${silent.bytes} of the bytes) at lines of which it said nothing in files of which it spoke, such as append and map growth or calls into the runtime; ${apart.objects} (${apart.bytes}) in files of which it did not speak.`,
    ],
  ];
}

const sumOf = (values: readonly number[], rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);

function linesTable(lines: EscapeTable, isComparison: boolean, per: string | null): ReportTable {
  const { costs } = lines;
  const rows = Math.min(NAMED, lines.length);
  return {
    title: 'The lines that cost most',
    note:
      costs === null
        ? 'No profile tells what they cost.'
        : sentences(isComparison ? 'Of the run after.' : '', perSentence(per)),
    headings: ['line', 'objects', '% of all', 'bytes', '% of all'],
    rows: Array.from({ length: rows }, (_, row) => [
      {
        text: [{ code: placeOf(lines, row) }, messageAt(lines.message, row)],
      },
      ...costCells(lines.objects[row] ?? 0, costs?.totalObjects ?? 0, costs, formatCount),
      ...costCells(lines.bytes[row] ?? 0, costs?.totalBytes ?? 0, costs, formatBytes),
    ]),
    empty: 'The compiler speaks of no line that allocates.',
  };
}

const placeOf = ({ paths, path, line }: EscapeTable, row: number): string =>
  visibleText(`${paths[path[row] ?? -1] ?? ''}:${line[row] ?? 0}`);

function messageAt(messages: TextColumn, row: number): string {
  const message = textAt(messages, row);
  return message === '' ? ' (no compiler message)' : ` ${visibleText(message)}`;
}

function costCells(
  value: number,
  total: number,
  costs: EscapeCosts | null,
  write: (value: number) => string,
): ReportCell[] {
  if (costs === null) return [{ text: [notANumber] }, { text: [notANumber] }];
  return [{ text: [write(value * costs.scale)] }, { text: [formatShare(value, total)] }];
}

const CHANGE_WORDS: ReadonlyMap<number, string> = new Map([
  [ChangeKind.new, 'new'],
  [ChangeKind.gone, 'gone'],
  [ChangeKind.moved, 'only moved'],
  [ChangeKind.unchanged, 'unchanged'],
]);

function changesTable(changes: EscapeChangeTable, per: string | null): ReportTable {
  const { counts, costsBefore, costsAfter } = changes;
  const said = [...CHANGE_WORDS].map(([kind, words]) => counted(counts[kind] ?? 0, words, words));
  const rows = Array.from(changes.change.keys())
    .filter(
      (row) => changes.change[row] === ChangeKind.new || changes.change[row] === ChangeKind.gone,
    )
    .slice(0, NAMED);
  return {
    title: 'What is allocated on the heap now, and no more',
    note: sentences(
      `Allocations that the compiler speaks of: ${said.join(', ')}.`,
      costsBefore === null && costsAfter === null ? '' : perSentence(per),
    ),
    headings: ['message', 'change', 'objects before', 'objects after'],
    rows: rows.map((row) => [
      {
        text: [
          {
            code: visibleText(textAt(changes.placeAfter, row) || textAt(changes.placeBefore, row)),
          },
          ` ${visibleText(textAt(changes.message, row))}`,
        ],
      },
      { text: [CHANGE_WORDS.get(changes.change[row] ?? -1) ?? ''] },
      { text: [objects(changes.objectsBefore[row] ?? Number.NaN, costsBefore)] },
      { text: [objects(changes.objectsAfter[row] ?? Number.NaN, costsAfter)] },
    ]),
    empty: 'Nothing new is allocated on the heap, and nothing is gone from it.',
  };
}

const objects = (value: number, costs: EscapeCosts | null): string =>
  costs === null || Number.isNaN(value) ? notANumber : formatCount(value * costs.scale);
