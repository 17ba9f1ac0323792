import type { BenchmarkGeomean, BenchmarkRow, GeomeanCaution } from './benchmark-tables.ts';
import { geometricMean } from './statistics/geometric-mean.ts';

/**
 * The geometric means of rows, as golang.org/x/perf/cmd/benchstat has them (summarizeCol): the mean of ratios
 * rather than the ratio of means, which are the same only where the sides have the same benchmarks. 0 / 0 is 1; with
 * any other ratio to zero there is no mean.
 */
export function geomeanOfRows(rows: readonly BenchmarkRow[]): BenchmarkGeomean {
  const before = centersOf(rows, 'before');
  const after = centersOf(rows, 'after');
  const ratios = rows.flatMap(ratiosOf);
  const [meanBefore, meanAfter] = [meanOf(before), meanOf(after)];
  const cautionsAfter: GeomeanCaution[] = [];
  let ratio: number | null = null;
  if (before.length > 0 && after.length > 0) {
    if (ratios.length !== before.length) cautionsAfter.push('sets-differ');
    if (meanAfter === null) cautionsAfter.push('center-not-positive');
    if (!ratios.includes(Infinity)) {
      ratio = meanOf(ratios);
      if (ratio === null) cautionsAfter.push('ratio-not-positive');
    }
  } else if (after.length > 0 && meanAfter === null) {
    cautionsAfter.push('center-not-positive');
  }
  return {
    before: meanBefore,
    after: meanAfter,
    ratio,
    cautions: {
      before: before.length > 0 && meanBefore === null ? ['center-not-positive'] : [],
      after: cautionsAfter,
    },
  };
}

function centersOf(rows: readonly BenchmarkRow[], side: 'before' | 'after'): number[] {
  return rows.flatMap((row) => row[side]?.center ?? []);
}

/** After / before where both are; Infinity for one to zero. */
function ratiosOf({ before, after }: BenchmarkRow): number[] {
  if (before === null || after === null) return [];
  if (before.center === after.center) return [1];
  return [before.center === 0 ? Infinity : after.center / before.center];
}

function meanOf(values: readonly number[]): number | null {
  const mean = geometricMean(values);
  return Number.isNaN(mean) ? null : mean;
}
