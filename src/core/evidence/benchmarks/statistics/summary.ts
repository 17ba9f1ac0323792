import { leastForInterval, medianInterval } from './median-interval.ts';

/**
 * What is taken of the values of a unit: nothing, so that medians and ranks are used; or that they are exact,
 * such as the size of a binary, so that one run is enough (the `assume` of a `Unit` line).
 */
export type Assumption = 'nothing' | 'exact';

/** The values of one benchmark in one unit on one side, in one number. */
export interface Summary {
  /** Number of runs. */
  readonly runs: number;
  /** Median, or the most frequent value where values are exact. */
  readonly center: number;
  /** Interval around the centre; -Infinity and Infinity where there are too few runs to bound it. */
  readonly low: number;
  readonly high: number;
  /** Of the interval, 0 to 1; at least what was asked for, 1 where values are exact. */
  readonly confidence: number;
  readonly smallest: number;
  readonly largest: number;
  readonly caution: SummaryCaution | null;
}

/** What is wrong with a summary. */
export type SummaryCaution =
  /** It takes `least` runs to bound the median with the confidence `level`; null for more than 50. */
  | { readonly kind: 'too-few-runs'; readonly least: number | null; readonly level: number }
  /** The values were said to be exact, but differ. */
  | { readonly kind: 'not-exact'; readonly smallest: number; readonly largest: number };

/**
 * The summary of values in ascending order, of one at least, as golang.org/x/perf/benchmath has it
 * (AssumeNothing and AssumeExact). `level` is the confidence that is asked for, such as 0.95.
 */
export function summarise(values: Float64Array, assumption: Assumption, level: number): Summary {
  return assumption === 'exact' ? exactSummary(values) : medianSummary(values, level);
}

function medianSummary(values: Float64Array, level: number): Summary {
  const { low, high, confidence } = medianInterval(values.length, level);
  const isBounded = low > 0 && high <= values.length;
  return {
    runs: values.length,
    center: median(values),
    low: low > 0 ? values[low - 1] : Number.NEGATIVE_INFINITY,
    high: high <= values.length ? values[high - 1] : Number.POSITIVE_INFINITY,
    confidence,
    ...ends(values),
    caution: isBounded ? null : { kind: 'too-few-runs', least: leastForInterval(level), level },
  };
}

/** The quantile R8 of Hyndman and Fan (1996) at ½, in go-moremath's order of operations. */
function median(values: Float64Array): number {
  const rank = 1 / 3 + 0.5 * (values.length + 1 / 3);
  const whole = Math.floor(rank);
  if (whole >= values.length) return values[values.length - 1];
  return values[whole - 1] + (rank - whole) * (values[whole] - values[whole - 1]);
}

function exactSummary(values: Float64Array): Summary {
  const { smallest, largest } = ends(values);
  return {
    runs: values.length,
    center: mode(values),
    low: smallest,
    high: largest,
    confidence: 1,
    smallest,
    largest,
    caution: smallest === largest ? null : { kind: 'not-exact', smallest, largest },
  };
}

/** The most frequent value; the smallest of those that are equally frequent. */
function mode(values: Float64Array): number {
  let [found, foundCount] = [values[0], 0];
  for (let start = 0; start < values.length; ) {
    let end = start;
    while (values[end] === values[start]) end++;
    if (end - start > foundCount) [found, foundCount] = [values[start], end - start];
    start = end;
  }
  return found;
}

function ends(values: Float64Array): { readonly smallest: number; readonly largest: number } {
  return { smallest: values[0], largest: values[values.length - 1] };
}
