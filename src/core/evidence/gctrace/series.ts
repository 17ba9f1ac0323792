import type { Gctrace } from './gctrace.ts';
import { pauseMillisOf } from './pauses.ts';
import { type Span, windowOf } from './window.ts';

/**
 * What is drawn of a process over time: a span of it in buckets of equal length. Of the collections that
 * began in a bucket stands what matters most, so that nothing is lost however many there are. NaN where none began.
 */
export interface CollectionSeries {
  readonly heapLiveLeastMB: Float64Array;
  readonly heapStartMostMB: Float64Array;
  readonly heapEndMostMB: Float64Array;
  readonly heapGoalMostMB: Float64Array;
  /** The longest pause, both stops of a collection together. */
  readonly pauseMostMillis: Float64Array;
}

/** Rates of a process over time: a span of it in bins of equal length. NaN where the trace does not tell. */
export interface RateSeries {
  readonly collectionsPerSecond: Float64Array;
  /** As of `CollectorFigures`. */
  readonly cpuShare: Float64Array;
}

/** The collections of a process in so many buckets of a span. */
export function collectionSeries(
  { collections, processStarts }: Gctrace,
  process: number,
  { from, to }: Span,
  buckets: number,
): CollectionSeries {
  const column = () => new Float64Array(buckets).fill(Number.NaN);
  const series = {
    heapLiveLeastMB: column(),
    heapStartMostMB: column(),
    heapEndMostMB: column(),
    heapGoalMostMB: column(),
    pauseMostMillis: column(),
  };
  const { startSeconds } = collections;
  for (let row = processStarts[process]; row < processStarts[process + 1]; row++) {
    const bucket = Math.floor(((startSeconds[row] - from) / (to - from)) * buckets);
    if (bucket < 0 || bucket >= buckets) continue;
    const pauseMillis = pauseMillisOf(collections, row);
    keepLeast(series.heapLiveLeastMB, bucket, collections.heapLiveMB[row]);
    keepMost(series.heapStartMostMB, bucket, collections.heapStartMB[row]);
    keepMost(series.heapEndMostMB, bucket, collections.heapEndMB[row]);
    keepMost(series.heapGoalMostMB, bucket, collections.heapGoalMB[row]);
    keepMost(series.pauseMostMillis, bucket, pauseMillis);
  }
  return series;
}

/** The rates of a process in bins of a span, the last of which may go beyond it. */
export function rateSeries(
  trace: Gctrace,
  process: number,
  { from, to }: Span,
  binSeconds: number,
): RateSeries {
  const bins = Math.max(1, Math.ceil((to - from) / binSeconds - ROUNDING));
  const { sweepStopCpuMillis, assistCpuMillis, backgroundCpuMillis, markStopCpuMillis } =
    trace.collections;
  const collectionsPerSecond = new Float64Array(bins);
  const cpuShare = new Float64Array(bins);
  for (let bin = 0; bin < bins; bin++) {
    const start = from + bin * binSeconds;
    const window = windowOf(trace, process, { from: start, to: start + binSeconds });
    const { firstRow, endRow, seconds, cpuSeconds } = window;
    let cpuMillis = 0;
    for (let row = firstRow; row < endRow; row++) {
      cpuMillis += sweepStopCpuMillis[row] + assistCpuMillis[row];
      cpuMillis += backgroundCpuMillis[row] + markStopCpuMillis[row];
    }
    const isKnown = seconds > binSeconds * LEAST_KNOWN;
    collectionsPerSecond[bin] = isKnown ? (endRow - firstRow) / seconds : Number.NaN;
    cpuShare[bin] = isKnown ? cpuMillis / 1e3 / cpuSeconds : Number.NaN;
  }
  return { collectionsPerSecond, cpuShare };
}

/** A round length of bins, of which some fit into a span: 1, 2 or 5 of a power of ten, so many seconds. */
export function roundBinSeconds(spanSeconds: number, bins: number): number {
  const least = spanSeconds / bins;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((each) => each * power >= least * (1 - ROUNDING)) ?? 10;
  return Number((factor * power).toPrecision(1));
}

/** Rates of the little that is left of a bin at the ends of a trace would be chance. */
const LEAST_KNOWN = 0.5;
const ROUNDING = 1e-9;

/** What is there is NaN at first, which is not less than anything. */
function keepLeast(column: Float64Array, at: number, value: number): void {
  if (!(column[at] <= value)) column[at] = value;
}

function keepMost(column: Float64Array, at: number, value: number): void {
  if (!(column[at] >= value)) column[at] = value;
}
