import type { BenchmarkGeomean, BenchmarkTable } from '../../bridge/benchmarks-api.ts';
import type { Summary } from '../../core/evidence/benchmarks/statistics/summary.ts';
import {
  commonScale,
  scaledText,
  type UnitScale,
} from '../../core/evidence/benchmarks/unit-scale.ts';
import { fixedDecimals } from '../../core/units/fixed-decimals.ts';
import { counted } from '../counted.ts';
import type { BenchmarkColumnId } from './benchmark-columns.ts';
import { changeText, signedPercent, spreadText } from './benchmark-figures.ts';
import type { BenchmarkLine } from './benchmark-lines.ts';
import { type BenchmarkOutcome, benchmarkVerdict } from './benchmark-verdict.ts';

/** A figure, and how far its interval reaches; '' for what has none. */
export interface FigureText {
  readonly figure: string;
  readonly spread: string;
}

const NOTHING: FigureText = { figure: '', spread: '' };

/** The figure of a side. Both sides of a benchmark have the same scale, so that they can be compared at sight. */
export function sideFigure(line: BenchmarkLine, side: 'before' | 'after'): FigureText {
  const { table } = line;
  if (line.kind === 'heading') return NOTHING;
  if (line.kind === 'geomean') {
    const mean = table.geomean[side];
    if (mean === null) return NOTHING;
    return { figure: figureText(mean, commonScale([mean], table.unit), table.unit), spread: '' };
  }
  const summary = line.row[side];
  if (summary === null) return NOTHING;
  const figure = figureText(summary.center, scaleOf(line), table.unit);
  return { figure, spread: `± ${spreadText(summary)}` };
}

/** How a line fared; null of headings and means. */
export function outcomeOf(line: BenchmarkLine, isSingle: boolean): BenchmarkOutcome | null {
  if (line.kind !== 'benchmark') return null;
  return benchmarkVerdict(line.table, line.row, isSingle).outcome;
}

/** What stands in a cell, as text; '' where nothing does. */
export function benchmarkCell(
  line: BenchmarkLine,
  column: BenchmarkColumnId,
  isSingle: boolean,
): string {
  if (line.kind === 'heading') return column === 'name' ? line.table.unit : '';
  const isMean = line.kind === 'geomean';
  switch (column) {
    case 'name':
      return isMean ? 'geomean' : line.row.name;
    case 'before':
    case 'after': {
      const { figure, spread } = sideFigure(line, column);
      return spread === '' ? figure : `${figure} ${spread}`;
    }
    case 'intervals':
      return '';
    case 'change':
      return isMean ? ratioText(line.table.geomean.ratio) : rowChange(line);
    case 'p':
      return isMean ? '' : pText(line);
    case 'runs':
      return isMean ? '' : runsText(line);
    case 'verdict':
      return isMean
        ? meanNote(line.table.geomean)
        : benchmarkVerdict(line.table, line.row, isSingle).words;
  }
}

type OfRow = Extract<BenchmarkLine, { readonly kind: 'benchmark' }>;

function rowChange({ row: { before, after, comparison } }: OfRow): string {
  if (before === null || after === null || comparison === null) return '';
  return changeText(before.center, after.center, comparison).replace('-', '−');
}

function ratioText(ratio: number | null): string {
  return ratio === null ? '' : signedPercent(ratio).replace('-', '−');
}

function pText({ table, row: { comparison } }: OfRow): string {
  if (comparison === null || table.assumption === 'exact') return '';
  const { caution, p } = comparison;
  return fixedDecimals(caution?.kind === 'lopsided' ? caution.p : p, 3);
}

function runsText({ row: { before, after } }: OfRow): string {
  const [first, second] = [before?.runs, after?.runs];
  if (first === undefined || second === undefined || first === second) return `${first ?? second}`;
  return `${first} + ${second}`;
}

function meanNote({ cautions }: BenchmarkGeomean): string {
  const all = [...cautions.before, ...cautions.after];
  if (all.includes('sets-differ')) return 'the sides differ in benchmarks';
  if (all.length > 0) return 'no mean: not all are above zero';
  return '';
}

function scaleOf({ table, row: { before, after } }: OfRow): UnitScale {
  return commonScale([before?.center ?? 0, after?.center ?? 0], table.unit);
}

const symbols: ReadonlyMap<string, string> = new Map([
  ['sec/op', 's'],
  ['B/op', 'B'],
  ['B/s', 'B/s'],
]);

/** A value with the unit that its prefix belongs to, where it is a common one: `117.3 ns`, `30.191 KiB`, `99.00`. */
function figureText(value: number, scale: UnitScale, unit: string): string {
  const symbol = symbols.get(unit);
  const number = scaledText(value, symbol === undefined ? scale : { ...scale, prefix: '' });
  const text = symbol === undefined ? number : `${number} ${scale.prefix}${symbol}`;
  return text.replace(/^-/, '−');
}

/** A side in full: its median, how far that is known, and all runs. */
export function summaryWords(line: BenchmarkLine, side: 'before' | 'after'): string {
  const summary = line.kind === 'benchmark' ? line.row[side] : null;
  if (summary === null) return '';
  const { unit } = line.table;
  const text = (value: number) => figureText(value, commonScale([value], unit), unit);
  const what = line.table.assumption === 'exact' ? 'Most frequent value' : 'Median';
  const runs = counted(summary.runs, 'run', 'runs');
  return [
    `${what} ${text(summary.center)} of ${runs}, from ${text(summary.smallest)} to ${text(summary.largest)}.`,
    intervalSentence(summary, line.table, text),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function intervalSentence(
  { caution, low, high, confidence }: Summary,
  { assumption }: BenchmarkTable,
  text: (value: number) => string,
): string {
  if (caution?.kind === 'not-exact') return 'It was said to be exact, but differs between runs.';
  if (caution?.kind === 'too-few-runs') {
    const least = caution.least === null ? 'More' : `${caution.least}`;
    return `${least} runs are needed to say how far it is known.`;
  }
  if (assumption === 'exact') return '';
  const percent = fixedDecimals(confidence * 100, 1);
  return `It lies between ${text(low)} and ${text(high)} with a confidence of ${percent}%.`;
}
