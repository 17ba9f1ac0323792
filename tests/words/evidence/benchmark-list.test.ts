import { expect, it } from 'vitest';
import { BenchmarkExtractor } from '../../../src/core/evidence/benchmarks/benchmark-extractor.ts';
import {
  BENCHMARK_LEVELS,
  compareBenchmarks,
} from '../../../src/core/evidence/benchmarks/compare-benchmarks.ts';
import { benchmarkCell, summaryWords } from '../../../src/words/evidence/benchmark-cells.ts';
import { benchmarkDataColumns } from '../../../src/words/evidence/benchmark-data-columns.ts';
import {
  type BenchmarkChoice,
  type BenchmarkLine,
  benchmarkLines,
} from '../../../src/words/evidence/benchmark-lines.ts';
import { fewRunsNote } from '../../../src/words/evidence/benchmark-notes.ts';

function runsOf(text: string) {
  const extractor = new BenchmarkExtractor();
  for (const line of text.split('\n')) extractor.take(line.trim());
  return [extractor.finish()];
}

/** Six runs that differ by `step`. */
const six = (name: string, value: number, unit: string, step = 1) =>
  Array.from({ length: 6 }, (_, at) => `Benchmark${name} 1 ${value + at * step} ${unit}\n`).join(
    '',
  );

const all: BenchmarkChoice = {
  unit: null,
  takesPart: () => true,
  order: 'file',
  isDescending: false,
};

function tablesOf(before: string, after: string) {
  const sides = { before: runsOf(before), after: runsOf(after) };
  return compareBenchmarks(sides, { ...BENCHMARK_LEVELS, ignoredKeys: [] }).tables;
}

function linesOf(before: string, after: string, choice: Partial<BenchmarkChoice> = {}) {
  return benchmarkLines(tablesOf(before, after), { ...all, ...choice });
}

const COLUMNS = ['name', 'before', 'after', 'change', 'p', 'runs', 'verdict'] as const;

const drawn = (lines: readonly BenchmarkLine[]) =>
  lines
    .map((line) => COLUMNS.map((column) => benchmarkCell(line, column, false)).join(' | '))
    .map((line) => line.replace(/( \| )+$/, ''))
    .join('\n');

const names = (lines: readonly BenchmarkLine[]) =>
  lines.flatMap((line) => (line.kind === 'benchmark' ? [line.row.name] : []));

it('is a list of tables, each with its means', () => {
  const before = `${six('Slow', 3220, 'ns/op')}${six('Big', 16737, 'ns/op')}${six('Slow', 2048, 'B/op', 0)}
    ${six('Gone', 5, 'rows')}${six('Zero', 0, 'rows', 0)}`;
  const after = `${six('Slow', 117, 'ns/op')}${six('Big', 16730, 'ns/op')}${six('Slow', 0, 'B/op', 0)}
    BenchmarkZero 1 3 rows`;
  expect(drawn(linesOf(before, after))).toBe(`sec/op
Slow | 3222.5 ns ± 0% | 119.5 ns ± 2% | −96.29% | 0.002 | 6 | 96.29% less time
Big | 16.74 µs ± 0% | 16.73 µs ± 0% | −0.04% | 0.002 | 6 | 0.04% less time
geomean | 7.345 µs | 1.414 µs | −80.75%
B/op
Slow | 2.000 KiB ± 0% | 0.000 KiB ± 0% | −100.00% | 0.002 | 6 | 100.00% less memory in every run
rows
Gone | 7.500 ± 33% |  |  |  | 6 | only before
Zero | 0.000 ± 0% | 3.000 ± ∞ | ~ | 0.286 | 6 + 1 | not significant
geomean |  | 3.000 |  |  |  | the sides differ in benchmarks`);
});

it('says why intervals have no end', () => {
  const once = 'BenchmarkA 1 1 ns/op';
  const said = (before: string, after: string) => fewRunsNote(tablesOf(before, after)).join('\n');
  expect(said(once, once)).toMatch(/^All medians are of fewer than 6 runs, .*-count=10\.$/);
  expect(said(six('A', 1, 'ns/op'), once)).toMatch(/^1 median is of fewer than 6 runs/);
  expect(said(six('A', 1, 'ns/op'), six('A', 2, 'ns/op'))).toBe('');
});

it('shows one unit, names that match, and what is left of tables', () => {
  const text = six('A', 1, 'x') + six('B', 1, 'x') + six('A', 1, 'y');
  const shown = linesOf(text, text, { takesPart: (name) => name === 'A' });
  expect(shown.map(({ kind, table }) => `${kind} ${table.unit}`)).toEqual([
    'heading x',
    'benchmark x',
    'geomean x',
    'heading y',
    'benchmark y',
  ]);
  expect(names(linesOf(text, text, { unit: 'y' }))).toEqual(['A']);
  expect(linesOf(text, text, { takesPart: () => false })).toEqual([]);
});

it('orders within tables; what has no figure stands last either way', () => {
  const before = six('B', 100, 'x') + six('A', 100, 'x') + six('C', 100, 'x');
  const after = six('B', 90, 'x') + six('A', 10, 'x') + six('D', 1, 'x');
  const order = (choice: Partial<BenchmarkChoice>) =>
    names(linesOf(before, after, choice)).join('');
  expect(order({})).toBe('BACD');
  expect(order({ order: 'name' })).toBe('ABCD');
  expect(order({ order: 'name', isDescending: true })).toBe('DCBA');
  expect(order({ order: 'change' })).toBe('BACD');
  expect(order({ order: 'change', isDescending: true })).toBe('ABCD');
  expect(order({ order: 'after' })).toBe('DABC');
  expect(order({ order: 'after', isDescending: true })).toBe('BADC');
});

it('says in full what a side measured', () => {
  const [, line] = linesOf(six('A', 3000, 'ns/op', 100), 'BenchmarkA 1 5 ns/op');
  expect(line && summaryWords(line, 'before')).toBe(
    'Median 3.250 µs of 6 runs, from 3.000 µs to 3.500 µs. It lies between 3.000 µs and 3.500 µs with a confidence of 96.9%.',
  );
  expect(line && summaryWords(line, 'after')).toBe(
    'Median 5.000 ns of 1 run, from 5.000 ns to 5.000 ns. 6 runs are needed to say how far it is known.',
  );
});

it('is copied in base units, a setting to a column', () => {
  const lines = linesOf(
    `pkg: a\n${six('A', 3000, 'ns/op', 0)}`,
    `pkg: a\n${six('A', 1500, 'ns/op', 0)}`,
  );
  const columns = benchmarkDataColumns(lines, true);
  expect(columns.map(({ heading, cell }) => `${heading}: ${cell(1)}`)).toEqual([
    'benchmark: A',
    'unit: sec/op',
    'pkg: a',
    'median before: 0.000003',
    'median before, low end of 95% interval: 0.000003',
    'median before, high end of 95% interval: 0.000003',
    'median before, runs: 6',
    'median after: 0.0000015',
    'median after, low end of 95% interval: 0.0000015',
    'median after, high end of 95% interval: 0.0000015',
    'median after, runs: 6',
    `p: ${2 / 924}`,
    'verdict: 50.00% less time in every run',
  ]);
});
