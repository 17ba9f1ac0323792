import type { GeomeanCaution } from '../../core/evidence/benchmarks/benchmark-tables.ts';
import type { ComparisonCaution } from '../../core/evidence/benchmarks/statistics/comparison.ts';
import type { SummaryCaution } from '../../core/evidence/benchmarks/statistics/summary.ts';

/*
 * What benchstat warns of, in its own words, so that they can be looked up: golang.org/x/perf/benchmath and
 * cmd/benchstat.
 */

/** A warning about one side of a benchmark. */
export function summaryCautionText(caution: SummaryCaution): string {
  if (caution.kind === 'not-exact') {
    const [from, to] = [shortest(caution.smallest), shortest(caution.largest)];
    return `exact distribution expected, but values range from ${from} to ${to}`;
  }
  const least = caution.least === null ? '> 50' : `>= ${caution.least}`;
  return `need ${least} samples for confidence interval at level ${caution.level}`;
}

/** A warning about the comparison of both sides; '' where benchstat has none. */
export function comparisonCautionText(caution: ComparisonCaution): string {
  if (caution.kind === 'lopsided') return '';
  if (caution.kind === 'all-equal') return 'all samples are equal';
  const least = caution.least === null ? '> 10' : `>= ${caution.least}`;
  return `need ${least} samples to detect a difference at alpha level ${caution.alpha}`;
}

const geomeanTexts: Readonly<Record<GeomeanCaution, string>> = {
  'sets-differ': 'benchmark set differs from baseline; geomeans may not be comparable',
  'center-not-positive': 'summaries must be >0 to compute geomean',
  'ratio-not-positive': 'ratios must be >0 to compute geomean',
};

/** A warning about a geometric mean. */
export function geomeanCautionText(caution: GeomeanCaution): string {
  return geomeanTexts[caution];
}

/** A number in full as Go's `%v` writes it: with an exponent, of two digits at least, from 1e6 on and below 1e-4. */
function shortest(value: number): string {
  const magnitude = Math.abs(value);
  if (value === 0 || (magnitude >= 1e-4 && magnitude < 1e6)) return String(value);
  return value.toExponential().replace(/([+-])(\d)$/, '$10$2');
}
