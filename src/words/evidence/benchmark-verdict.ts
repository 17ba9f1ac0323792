import type {
  BenchmarkRow,
  BenchmarkTable,
} from '../../core/evidence/benchmarks/benchmark-tables.ts';
import type { Summary } from '../../core/evidence/benchmarks/statistics/summary.ts';
import { fixedDecimals } from '../../core/units/fixed-decimals.ts';
import { counted } from '../counted.ts';

/**
 * How a benchmark fared in a unit: a significant change for the better, for the worse, or of a unit that has neither;
 * none at all; none that is proven; too few runs to prove any; on one side alone; a single run.
 */
export type BenchmarkOutcome =
  | 'better'
  | 'worse'
  | 'changed'
  | 'same'
  | 'unproven'
  | 'too-few'
  | 'one-sided'
  | 'alone';

/** An outcome in words. */
export interface BenchmarkVerdict {
  readonly outcome: BenchmarkOutcome;
  /** `96.36% less time`, `not significant`, `only before`; '' of a single run. */
  readonly words: string;
}

/** What a row of a table comes to. `isSingle` says that there is one side alone, so that nothing is missing. */
export function benchmarkVerdict(
  { unit, better, assumption }: Pick<BenchmarkTable, 'unit' | 'better' | 'assumption'>,
  { before, after, comparison }: BenchmarkRow,
  isSingle: boolean,
): BenchmarkVerdict {
  if (before === null || after === null || comparison === null) {
    if (isSingle) return { outcome: 'alone', words: '' };
    return { outcome: 'one-sided', words: before === null ? 'only after' : 'only before' };
  }
  const { caution, isSignificant } = comparison;
  const change = after.center - before.center;
  const isSteady = isAlwaysSame(before) && isAlwaysSame(after);
  if (caution?.kind === 'all-equal') return { outcome: 'same', words: 'the same in every run' };
  if (caution?.kind === 'too-few-runs') {
    const needed = caution.least === null ? 'more runs' : counted(caution.least, 'run', 'runs');
    return { outcome: 'too-few', words: `too few to tell: ${needed} a side` };
  }
  const isProven = caution?.kind === 'lopsided' ? !isSignificant : isSignificant;
  if (!isProven) return { outcome: 'unproven', words: 'not significant' };
  if (change === 0) {
    return assumption === 'exact'
      ? { outcome: 'same', words: 'the same' }
      : { outcome: 'changed', words: 'the same median of other values' };
  }
  const words = changeWords(unit, before.center, after.center);
  return {
    outcome: outcomeOf(change, better),
    words: isSteady && before.runs > 1 && after.runs > 1 ? `${words} in every run` : words,
  };
}

function isAlwaysSame({ smallest, largest }: Summary): boolean {
  return smallest === largest;
}

function outcomeOf(change: number, better: BenchmarkTable['better']): BenchmarkOutcome {
  if (better === null) return 'changed';
  return change < 0 === (better === 'lower') ? 'better' : 'worse';
}

const lessAndMore: ReadonlyMap<string, readonly [less: string, more: string]> = new Map([
  ['sec/op', ['less time', 'more time']],
  ['B/op', ['less memory', 'more memory']],
  ['allocs/op', ['fewer allocations', 'more allocations']],
  ['B/s', ['less throughput', 'more throughput']],
]);

function changeWords(unit: string, before: number, after: number): string {
  const [less, more] = lessAndMore.get(unit) ?? ['lower', 'higher'];
  const direction = after < before ? less : more;
  if (before === 0) return `${direction}, from zero`;
  const percent = fixedDecimals(Math.abs((after - before) / before) * 100, 2);
  return `${percent === '0.00' ? 'under 0.01' : percent}% ${direction}`;
}

const outcomeWords: Readonly<Record<BenchmarkOutcome, string>> = {
  better: 'better',
  worse: 'worse',
  changed: 'changed',
  same: 'the same',
  unproven: 'not significant',
  'too-few': 'with too few runs to tell',
  'one-sided': 'on one side only',
  alone: 'without another run',
};

/** How many benchmarks of a unit had an outcome, in words: `6 better`. */
export interface OutcomeCount {
  readonly outcome: BenchmarkOutcome;
  readonly words: string;
}

/** How the benchmarks fared in each unit, in the order of the units; outcomes that none had are left out. */
export function outcomeCounts(
  tables: readonly BenchmarkTable[],
): { readonly unit: string; readonly counts: readonly OutcomeCount[] }[] {
  const units = [...new Set(tables.map(({ unit }) => unit))];
  return units.map((unit) => {
    const outcomes = tables
      .filter((table) => table.unit === unit)
      .flatMap((table) => table.rows.map((row) => benchmarkVerdict(table, row, false).outcome));
    const counts = (Object.keys(outcomeWords) as BenchmarkOutcome[]).flatMap((outcome) => {
      const count = outcomes.filter((other) => other === outcome).length;
      return count === 0 ? [] : [{ outcome, words: `${count} ${outcomeWords[outcome]}` }];
    });
    return { unit, counts };
  });
}

/** The same as sentences: `sec/op: 6 better, 1 not significant.` */
export function outcomeSentences(tables: readonly BenchmarkTable[]): string[] {
  return outcomeCounts(tables).map(
    ({ unit, counts }) => `${unit}: ${counts.map(({ words }) => words).join(', ')}.`,
  );
}
