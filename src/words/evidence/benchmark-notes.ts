import type {
  BenchmarkComparison,
  BenchmarkTable,
} from '../../core/evidence/benchmarks/benchmark-tables.ts';
import { fixedDecimals } from '../../core/units/fixed-decimals.ts';
import { counted } from '../counted.ts';

const MOST_NAMES = 5;

/** What is to be known besides the figures: sentences with names from the texts in them. */
export function benchmarkNotes({
  tables,
  separatingKeys,
  unfinished,
  notFinite,
}: BenchmarkComparison): string[] {
  return [
    ...separatingNote(separatingKeys),
    ...lopsidedNotes(tables),
    ...unfinishedNote([...unfinished.before, ...unfinished.after]),
    ...notFiniteNote(notFinite.before + notFinite.after),
  ];
}

/** Why intervals reach to ±∞, where some do; benchstat has that beneath its tables. */
export function fewRunsNote(tables: readonly BenchmarkTable[]): string[] {
  const summaries = tables
    .flatMap(({ rows }) => rows.flatMap(({ before, after }) => [before, after]))
    .filter((summary) => summary !== null);
  const few = summaries.flatMap(({ caution }) => (caution?.kind === 'too-few-runs' ? caution : []));
  const least = few[0]?.least ?? null;
  if (least === null) return [];
  const which =
    few.length === summaries.length ? 'All medians' : counted(few.length, 'median', 'medians');
  const are = few.length === 1 ? 'is' : 'are';
  return [
    `${which} ${are} of fewer than ${least} runs, too few for an interval around them (± ∞): run the benchmarks with -count=10.`,
  ];
}

function separatingNote(keys: readonly string[]): string[] {
  if (keys.length === 0) return [];
  const [differ, ignored] =
    keys.length === 1 ? ['differs', `Ignore it`] : ['differ', 'Ignore them'];
  return [
    `Some benchmarks are not compared since ${listed(keys)} ${differ} between the sides. ${ignored} if the figures can be compared nevertheless.`,
  ];
}

function lopsidedNotes(tables: readonly BenchmarkTable[]): string[] {
  return tables.flatMap(({ unit, rows }) =>
    rows.flatMap(({ name, comparison }) => {
      if (comparison?.caution?.kind !== 'lopsided') return [];
      const p = fixedDecimals(comparison.caution.p, 3);
      const verdict = comparison.isSignificant ? 'not significant' : 'significant';
      return [
        `${name} in ${unit} is ${verdict} by the exact test (p=${p}): benchstat’s is wrong where the sides have different numbers of runs and values in common.`,
      ];
    }),
  );
}

function unfinishedNote(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const began = counted(names.length, 'benchmark began', 'benchmarks began');
  return [`${began} without a result following: ${listed([...new Set(names)])}.`];
}

function notFiniteNote(count: number): string[] {
  if (count === 0) return [];
  const were = counted(count, 'measurement was', 'measurements were');
  return [`${were} no finite number and left out.`];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  if (names.length > MOST_NAMES) return `${shown.join(', ')} and ${names.length - MOST_NAMES} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
