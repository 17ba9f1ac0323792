import type { Collections, Gctrace } from './gctrace.ts';
import { pauseMillisOf } from './pauses.ts';
import { Ordered } from './quantiles.ts';
import type { CollectionWindow } from './window.ts';

/**
 * What the collector did in a window. Medians and percentiles are by the nearest rank, so that each is a
 * value that was measured. NaN stands for what the window does not tell.
 */
export interface CollectorFigures {
  readonly collections: number;
  readonly seconds: number;
  readonly collectionsPerSecond: number;
  /** From the beginning of a collection to that of the next. */
  readonly intervalMedianMillis: number;
  /**
   * How long the world was stopped for a collection: both stops together, as `MemStats.PauseNs` and the
   * `go_gc_duration_seconds` of Prometheus count.
   */
  readonly pauseMedianMillis: number;
  readonly pauseP95Millis: number;
  readonly pauseP99Millis: number;
  readonly pauseMostMillis: number;
  readonly pauseMillisPerSecond: number;
  readonly heapStartMedianMB: number;
  readonly heapStartMostMB: number;
  readonly heapEndMedianMB: number;
  readonly heapEndMostMB: number;
  readonly heapLiveMedianMB: number;
  readonly heapLiveMostMB: number;
  readonly heapGoalMedianMB: number;
  readonly heapGoalMostMB: number;
  /** Share of the collections that ended with more than their goal. */
  readonly overGoalShare: number;
  /**
   * What was allocated from the end of a collection to that of the next: the heap at its end less what stayed of the
   * one before. It is up to a tenth too much where the heap is small: Go counts a span as allocated
   * when a processor takes it.
   */
  readonly allocatedMBPerSecond: number;
  /** Share that goroutines which allocate had to do of the marking that took processors from the program. */
  readonly assistShare: number;
  /**
   * Share of the CPU that the collector took: its two stops, assists and background workers. What ran
   * on idle processors is left out, as of `MemStats.GCCPUFraction`, since the program did not want it.
   */
  readonly cpuShare: number;
  /** Share of the CPU that was idle but for the collector. */
  readonly idleCpuShare: number;
  readonly forcedShare: number;
}

export type FigureName = keyof CollectorFigures;

/** The figures of a window. */
export function collectorFigures(trace: Gctrace, window: CollectionWindow): CollectorFigures {
  const { collections } = trace;
  const { firstRow, endRow, seconds, cpuSeconds } = window;
  const count = endRow - firstRow;
  const sum = (column: Float64Array | Uint8Array) => sumOf(column.subarray(firstRow, endRow));
  const heap = (column: Int32Array) => new Ordered(column.subarray(firstRow, endRow));
  const { heapStartMB, heapEndMB, heapLiveMB, heapGoalMB } = collections;
  const [start, end, live, goal] = [heapStartMB, heapEndMB, heapLiveMB, heapGoalMB].map(heap);
  const pauses = pausesOf(collections, window);
  const pause = new Ordered(pauses);
  const { intervals, allocatedMB, allocatingSeconds } = steps(trace, window);
  const assistMillis = sum(collections.assistCpuMillis);
  const workerMillis = sum(collections.backgroundCpuMillis);
  const stopMillis = sum(collections.sweepStopCpuMillis) + sum(collections.markStopCpuMillis);
  return {
    collections: count,
    seconds,
    collectionsPerSecond: ratio(count, seconds),
    intervalMedianMillis: new Ordered(intervals).median,
    pauseMedianMillis: pause.median,
    pauseP95Millis: pause.quantile(0.95),
    pauseP99Millis: pause.quantile(0.99),
    pauseMostMillis: pause.most,
    pauseMillisPerSecond: ratio(sumOf(pauses), seconds),
    heapStartMedianMB: start.median,
    heapStartMostMB: start.most,
    heapEndMedianMB: end.median,
    heapEndMostMB: end.most,
    heapLiveMedianMB: live.median,
    heapLiveMostMB: live.most,
    heapGoalMedianMB: goal.median,
    heapGoalMostMB: goal.most,
    overGoalShare: ratio(overGoal(collections, window), count),
    allocatedMBPerSecond: ratio(Math.max(0, allocatedMB), allocatingSeconds),
    assistShare: ratio(assistMillis, assistMillis + workerMillis),
    cpuShare: ratio((stopMillis + assistMillis + workerMillis) / 1e3, cpuSeconds),
    idleCpuShare: ratio(sum(collections.idleCpuMillis) / 1e3, cpuSeconds),
    forcedShare: ratio(sum(collections.isForced), count),
  };
}

function pausesOf(collections: Collections, { firstRow, endRow }: CollectionWindow): Float64Array {
  const pauses = new Float64Array(endRow - firstRow);
  for (let at = 0; at < pauses.length; at++) pauses[at] = pauseMillisOf(collections, firstRow + at);
  return pauses;
}

function overGoal({ heapEndMB, heapGoalMB }: Collections, window: CollectionWindow): number {
  let over = 0;
  for (let row = window.firstRow; row < window.endRow; row++) {
    if (heapEndMB[row] > heapGoalMB[row]) over++;
  }
  return over;
}

/** From each collection to the next one of its process, for those next ones that are in the window. */
function steps({ collections, processStarts }: Gctrace, { firstRow, endRow }: CollectionWindow) {
  const { startSeconds, heapEndMB, heapLiveMB } = collections;
  const isFirst = new Set(processStarts);
  const intervals: number[] = [];
  let [allocatedMB, allocatingSeconds] = [0, 0];
  for (let row = firstRow; row < endRow; row++) {
    if (isFirst.has(row)) continue;
    const seconds = startSeconds[row] - startSeconds[row - 1];
    // Times are given in whole milliseconds, their difference in more.
    intervals.push(Math.round(seconds * 1e3));
    allocatingSeconds += seconds;
    allocatedMB += heapEndMB[row] - heapLiveMB[row - 1];
  }
  return { intervals, allocatedMB, allocatingSeconds };
}

function sumOf(column: Float64Array | Uint8Array): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum;
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN);
