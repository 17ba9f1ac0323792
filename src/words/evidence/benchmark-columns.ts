import type { ColumnTraits } from '../table/column-traits.ts';

/** The columns of a table of benchmarks. */
export type BenchmarkColumnId =
  | 'name'
  | 'before'
  | 'after'
  | 'intervals'
  | 'change'
  | 'p'
  | 'runs'
  | 'verdict';

const INTERVAL = 'and how far its 95% interval reaches';

const pairTraits: Readonly<Record<BenchmarkColumnId, ColumnTraits>> = {
  name: {
    title: 'Benchmark',
    meaning: 'Full name',
    width: 190,
    narrowWidth: 150,
    grow: 2,
    isText: true,
  },
  before: { title: 'Before', meaning: `Median before, ${INTERVAL}`, width: 156, narrowWidth: 140 },
  after: { title: 'After', meaning: `Median after, ${INTERVAL}`, width: 156, narrowWidth: 140 },
  intervals: {
    title: 'Intervals',
    meaning: '95% intervals from zero on: before above, after below; the marks are the medians',
    width: 150,
    grow: 1,
    isText: true,
  },
  change: { title: 'Change', meaning: 'Of the median; ~ where it may be chance', width: 92 },
  p: {
    title: 'p',
    meaning: 'How likely a difference like this is by chance alone: Mann-Whitney U-test',
    width: 62,
    isAscendingFirst: true,
  },
  runs: { title: 'Runs', meaning: 'Runs before and after', width: 64 },
  verdict: {
    title: 'Verdict',
    meaning: 'What the difference comes to, at a significance of 0.05',
    width: 250,
    narrowWidth: 170,
    grow: 1,
    isText: true,
  },
};

/** What is particular to each column, for two runs or for a single one. */
export function benchmarkTraits(
  isPair: boolean,
): Readonly<Record<BenchmarkColumnId, ColumnTraits>> {
  if (isPair) return pairTraits;
  const median = { ...pairTraits.after, title: 'Median', meaning: `Median, ${INTERVAL}` };
  return {
    ...pairTraits,
    before: median,
    after: median,
    intervals: {
      ...pairTraits.intervals,
      title: 'Interval',
      meaning: '95% interval from zero on; the mark is the median',
      grow: 2,
    },
    runs: { ...pairTraits.runs, meaning: 'How often it was measured' },
  };
}

/** Width in px below which columns are narrow. */
export const BENCHMARK_NARROW = 1020;

/** Which columns stand in a table of a width in px. */
export function benchmarkRoom(
  width: number,
  hasBefore: boolean,
  hasAfter: boolean,
): Partial<Record<BenchmarkColumnId, boolean>> {
  const isPair = hasBefore && hasAfter;
  return {
    before: hasBefore,
    after: hasAfter,
    change: isPair,
    p: isPair && width >= 780,
    verdict: isPair,
    intervals: width >= (isPair ? 1120 : 600),
    runs: !isPair || width >= 860,
  };
}
