import type {
  BenchmarkComparison,
  BenchmarkRow,
  BenchmarkTable,
} from '../../../bridge/benchmarks-api.ts';
import type { Summary } from '../../../core/evidence/benchmarks/statistics/summary.ts';
import { commonScale, scaledText } from '../../../core/evidence/benchmarks/unit-scale.ts';
import type {
  ReportCell,
  ReportSection,
  ReportTable,
} from '../../../core/text/report/report-document.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatCount } from '../../../core/units/count.ts';
import { formatDuration } from '../../../core/units/duration.ts';
import { notANumber } from '../../../core/units/signs.ts';
import {
  changeText,
  groundsText,
  signedPercent,
  spreadText,
} from '../../evidence/benchmark-figures.ts';
import { benchmarkNotes } from '../../evidence/benchmark-notes.ts';
import { type BenchmarkOutcome, benchmarkVerdict } from '../../evidence/benchmark-verdict.ts';
import type { ResultFigure } from './result-figure.ts';

/** Benchmarks that the results name; the section has all. */
const NAMED = 6;

/** The units that the results name, in this order. */
const UNITS: readonly string[] = ['allocs/op', 'sec/op'];

/** The medians of benchmarks that changed most, by the units that matter here. */
export function benchmarkResults(
  { tables }: BenchmarkComparison,
  source: string,
  isComparison: boolean,
): ResultFigure[] {
  return UNITS.flatMap((unit) => {
    const rows = tables
      .filter((table) => table.unit === unit)
      .flatMap((table) => table.rows.map((row) => ({ table, row })))
      .filter(({ row }) => row.after !== null && (!isComparison || row.before !== null));
    const isNamesake = (name: string) => rows.filter(({ row }) => row.name === name).length > 1;
    return rows
      .toSorted((a, b) => sizeOf(b.row) - sizeOf(a.row))
      .slice(0, NAMED)
      .map(({ table, row }) => ({
        ...figureOf(table, row, source, isComparison),
        label: labelOf(table, row, isNamesake(row.name)),
      }));
  });
}

/** How much a benchmark changed, as a ratio from 1 on, so that halving and doubling are alike. */
function sizeOf({ before, after, comparison }: BenchmarkRow): number {
  if (before === null || after === null || comparison?.isSignificant !== true) return 0;
  const [was, is] = [before.center, after.center];
  if (was === 0 || is === 0) return was === is ? 1 : Number.MAX_VALUE;
  return Math.max(was / is, is / was);
}

function figureOf(
  table: BenchmarkTable,
  row: BenchmarkRow,
  source: string,
  isComparison: boolean,
): Omit<ResultFigure, 'label'> {
  const { unit, better } = table;
  const { before, after } = row;
  const { outcome } = benchmarkVerdict(table, row, !isComparison);
  return {
    before: before?.center ?? Number.NaN,
    after: after?.center ?? Number.NaN,
    write: unit === 'sec/op' ? (seconds) => formatDuration(seconds * 1e9) : formatCount,
    lessIsBetter: better === null ? null : better === 'lower',
    grounds: groundsOf(table, row),
    isDoubtful: outcome === 'unproven' || outcome === 'too-few',
    source,
  };
}

/** `Key-2, allocs/op, median`; with the package where another has a benchmark of that name. */
function labelOf(table: BenchmarkTable, { name }: BenchmarkRow, isNamesake: boolean): string {
  const where = isNamesake ? packagesOf(table) : [];
  return visibleText([name, ...where, table.unit, 'median'].join(', '));
}

const packagesOf = ({ config }: BenchmarkTable): string[] =>
  config.filter(([key]) => key === 'pkg').map(([, value]) => value);

/** `p=0.006 n=10`; in words first where that proves no change. */
function groundsOf(table: BenchmarkTable, row: BenchmarkRow): string {
  const { before, after, comparison } = row;
  if (comparison === null || before === null || after === null) return '';
  const { outcome, words } = benchmarkVerdict(table, row, false);
  const grounds = groundsText(comparison, before.runs, after.runs);
  return ['better', 'worse', 'changed'].includes(outcome) ? grounds : `${words}; ${grounds}`;
}

/** A table for each configuration and unit, as benchstat has them. */
export function benchmarkSection(
  comparison: BenchmarkComparison,
  source: string,
  isComparison: boolean,
): ReportSection {
  const opening = isComparison
    ? `From ${source}. Medians with their 95% intervals; changes are called significant where p ≤ 0.05 by the Mann-Whitney U test, as benchstat does.`
    : `From ${source}. Medians with their 95% intervals, as benchstat has them.`;
  return {
    title: 'Benchmarks',
    paragraphs: [
      [opening],
      ...benchmarkNotes(comparison).map((sentence) => [visibleText(sentence)]),
    ],
    tables: comparison.tables.map((table) => tableOf(table, isComparison)),
  };
}

function tableOf(table: BenchmarkTable, isComparison: boolean): ReportTable {
  const { config, unit, rows, geomean } = table;
  return {
    title: visibleText([unit, ...packagesOf(table)].join(', ')),
    note: visibleText(
      config.map(([key, value]) => `${key}: ${value === '' ? 'not told' : value}`).join(', '),
    ),
    headings: isComparison
      ? ['benchmark', 'before', 'after', 'change', 'grounds']
      : ['benchmark', 'median', 'runs'],
    rows: [
      ...rows.map((row) => (isComparison ? comparedRow(table, row) : singleRow(table, row))),
      ...(isComparison && geomean.ratio !== null
        ? [
            [
              { text: ['geometric mean'] },
              { text: [''] },
              { text: [''] },
              { text: [signedPercent(geomean.ratio)] },
              { text: [''] },
            ],
          ]
        : []),
    ],
    empty: 'There are no results.',
  };
}

function comparedRow(table: BenchmarkTable, row: BenchmarkRow): ReportCell[] {
  const { before, after, comparison } = row;
  const { outcome, words } = benchmarkVerdict(table, row, false);
  const areBoth = before !== null && after !== null && comparison !== null;
  return [
    { text: [visibleText(row.name)] },
    summaryCell(table, row, before),
    summaryCell(table, row, after),
    {
      text: [areBoth ? changeText(before.center, after.center, comparison) : notANumber],
      ...toneOf(outcome),
    },
    { text: [areBoth ? groundsOf(table, row) : words] },
  ];
}

function singleRow(table: BenchmarkTable, row: BenchmarkRow): ReportCell[] {
  const only = row.after ?? row.before;
  return [
    { text: [visibleText(row.name)] },
    summaryCell(table, row, only),
    { text: [only === null ? notANumber : `${only.runs}`] },
  ];
}

function summaryCell(
  { unit }: BenchmarkTable,
  row: BenchmarkRow,
  summary: Summary | null,
): ReportCell {
  if (summary === null) return { text: [notANumber] };
  const centers = [row.before, row.after].flatMap((side) => (side === null ? [] : side.center));
  const text = scaledText(summary.center, commonScale(centers, unit));
  return { text: [`${text} ± ${spreadText(summary)}`] };
}

function toneOf(outcome: BenchmarkOutcome): Pick<ReportCell, 'tone'> {
  switch (outcome) {
    case 'better':
      return { tone: 'fall' };
    case 'worse':
      return { tone: 'rise' };
    case 'unproven':
    case 'too-few':
      return { tone: 'doubtful' };
    default:
      return {};
  }
}
