import { describe, expect, it } from 'vitest';
import { BenchmarkExtractor } from '../../../../src/core/evidence/benchmarks/benchmark-extractor.ts';
import type { BenchmarkRuns } from '../../../../src/core/evidence/benchmarks/benchmark-runs.ts';
import {
  BENCHMARK_LEVELS,
  type BenchmarkSides,
  compareBenchmarks,
} from '../../../../src/core/evidence/benchmarks/compare-benchmarks.ts';
import { benchmarkNotes } from '../../../../src/words/evidence/benchmark-notes.ts';
import { benchmarkVerdict } from '../../../../src/words/evidence/benchmark-verdict.ts';

function runsOf(text: string): BenchmarkRuns {
  const extractor = new BenchmarkExtractor();
  for (const line of text.split('\n')) extractor.take(line.trim());
  return extractor.finish();
}

/** Six runs that differ a little. */
const six = (name: string, value: number, unit: string) =>
  Array.from({ length: 6 }, (_, at) => `Benchmark${name} 1 ${value + at} ${unit}`).join('\n');

const compared = (sides: BenchmarkSides, ignoredKeys: readonly string[] = []) =>
  compareBenchmarks(sides, { ...BENCHMARK_LEVELS, ignoredKeys });

/** What each row comes to, with the settings and the unit of its table. */
function drawn(before: string, after: string, ignoredKeys?: readonly string[]): string {
  const comparison = compared({ before: [runsOf(before)], after: [runsOf(after)] }, ignoredKeys);
  return comparison.tables
    .flatMap((table) => [
      [...table.config.map(([key, value]) => `${key}=${value}`), table.unit].join(' '),
      ...table.rows.map((row) => {
        const { outcome, words } = benchmarkVerdict(table, row, false);
        return `  ${row.name}: ${outcome}, ${words}`;
      }),
    ])
    .join('\n');
}

describe('verdicts', () => {
  it('go by the direction of the unit, as far as one is known', () => {
    expect(
      drawn(
        ['ns/op', 'B/op', 'allocs/op', 'MB/s', 'rows/s'].map((u) => six('A', 100, u)).join('\n'),
        ['ns/op', 'B/op', 'allocs/op', 'MB/s', 'rows/s'].map((u) => six('A', 50, u)).join('\n'),
      ),
    ).toBe(`sec/op
  A: better, 48.78% less time
B/op
  A: better, 48.78% less memory
allocs/op
  A: better, 48.78% fewer allocations
B/s
  A: worse, 48.78% less throughput
rows/s
  A: changed, 48.78% lower`);
    expect(
      drawn(`Unit rows/s better=higher\n${six('A', 100, 'rows/s')}`, six('A', 50, 'rows/s')),
    ).toBe('rows/s\n  A: worse, 48.78% lower');
  });

  it('say what is not known, what did not change, and what is steady', () => {
    const steady = (value: number) => `BenchmarkSteady 1 ${value} B/op\n`.repeat(6);
    const before = `${six('Noisy', 10, 'x')}
      BenchmarkFew 1 1 x
      ${'BenchmarkSame 1 5 x\n'.repeat(3)}
      ${six('Gone', 1, 'x')}
      ${steady(24)}
      BenchmarkFromZero 1 0 y`;
    const after = `${six('Noisy', 11, 'x')}
      BenchmarkFew 1 2 x
      ${'BenchmarkSame 1 5 x\n'.repeat(3)}
      ${six('New', 1, 'x')}
      ${steady(8)}
      Unit y assume=exact
      BenchmarkFromZero 1 3 y`;
    expect(drawn(before, after)).toBe(`x
  Noisy: unproven, not significant
  Few: too-few, too few to tell: 4 runs a side
  Same: same, the same in every run
  Gone: one-sided, only before
  New: one-sided, only after
B/op
  Steady: better, 66.67% less memory in every run
y
  FromZero: changed, higher, from zero`);
  });
});

describe('settings', () => {
  const before = `cpu: fast\npkg: a\n${six('A', 10, 'x')}`;
  const after = `cpu: slow\npkg: a\n${six('A', 20, 'x')}`;

  it('keep results apart, which is said, unless they are ignored', () => {
    expect(drawn(before, after)).toBe(`cpu=fast pkg=a x
  A: one-sided, only before
cpu=slow pkg=a x
  A: one-sided, only after`);
    const sides = { before: [runsOf(before)], after: [runsOf(after)] };
    expect(benchmarkNotes(compared(sides))).toEqual([
      'Some benchmarks are not compared since cpu differs between the sides. Ignore it if the figures can be compared nevertheless.',
    ]);
    expect(drawn(before, after, ['cpu'])).toBe('pkg=a x\n  A: changed, 80.00% higher');
    expect(compared(sides, ['cpu'])).toMatchObject({ varyingKeys: ['cpu'], separatingKeys: [] });
  });

  it('are held against the nearest namesake alone', () => {
    const elsewhere = `cpu: fast\npkg: b\n${six('A', 10, 'x')}`;
    const { separatingKeys } = compared({
      before: [runsOf(`${elsewhere}\n${before}`)],
      after: [runsOf(after)],
    });
    expect(separatingKeys).toEqual(['cpu']);
  });
});

it('takes the texts of a side together', () => {
  const [first, second] = [runsOf(six('A', 10, 'x')), runsOf(six('A', 12, 'x'))];
  const { tables } = compared({ before: [], after: [first, second] });
  expect(tables[0]?.rows[0]).toMatchObject({
    name: 'A',
    before: null,
    after: { runs: 12, center: 13.5 },
    comparison: null,
  });
});

it('tells of benchmarks without a result, and of values that are no numbers', () => {
  const { unfinished, notFinite, ...rest } = compared({
    before: [runsOf('BenchmarkA-8 \tpanic: no')],
    after: [runsOf('BenchmarkB 1 NaN x 1 y')],
  });
  expect({ unfinished, notFinite }).toEqual({
    unfinished: { before: ['A-8'], after: [] },
    notFinite: { before: 0, after: 1 },
  });
  expect(benchmarkNotes({ unfinished, notFinite, ...rest })).toEqual([
    '1 benchmark began without a result following: A-8.',
    '1 measurement was no finite number and left out.',
  ]);
});
