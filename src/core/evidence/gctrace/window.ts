import type { Gctrace } from './gctrace.ts';

/** Collections of a trace, and the time in which they were all there were. */
export interface CollectionWindow {
  /** Whose they are, from 0 on; null for those of all processes. */
  readonly process: number | null;
  /** Seconds of that process; null for those of all. */
  readonly span: Span | null;
  /** Rows from `firstRow` up to `endRow`, which is none of them. */
  readonly firstRow: number;
  readonly endRow: number;
  readonly seconds: number;
  /** Seconds of CPU that the processors could give in that time. */
  readonly cpuSeconds: number;
}

/** A span of seconds from the start of a process on. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What a trace tells of a process: from its start, or where the trace lacks its first collections from the
 * first one that it has, up to the end of the last one.
 */
export function spanOfProcess({ collections, processStarts }: Gctrace, process: number): Span {
  const [first, end] = [processStarts[process], processStarts[process + 1]];
  const { number, startSeconds } = collections;
  return {
    from: number[first] === 1 ? 0 : startSeconds[first],
    to: startSeconds[end - 1] + wallMillis({ collections }, end - 1) / 1e3,
  };
}

/** The collections of a process, or of the only one, in a span or in all that is known; of all processes for null. */
export function windowOf(
  trace: Gctrace,
  process: number | null,
  span: Span | null,
): CollectionWindow {
  const chosen = process ?? (trace.processStarts.length === 2 ? 0 : null);
  return chosen === null ? wholeTrace(trace) : windowOfProcess(trace, chosen, span ?? EVER);
}

/** All collections of all processes. */
function wholeTrace(trace: Gctrace): CollectionWindow {
  const { processStarts } = trace;
  let [seconds, cpuSeconds] = [0, 0];
  for (let process = 0; process < processStarts.length - 1; process++) {
    const window = windowOfProcess(trace, process, EVER);
    seconds += window.seconds;
    cpuSeconds += window.cpuSeconds;
  }
  const endRow = processStarts.at(-1) ?? 0;
  return { process: null, span: null, firstRow: 0, endRow, seconds, cpuSeconds };
}

/**
 * The collections of a process that began in a span, its end left out. Of the span counts only what the
 * trace tells of.
 */
function windowOfProcess(trace: Gctrace, process: number, span: Span): CollectionWindow {
  const { startSeconds } = trace.collections;
  const known = spanOfProcess(trace, process);
  const from = Math.max(span.from, known.from);
  const to = Math.max(from, Math.min(span.to, known.to));
  const [first, end] = [trace.processStarts[process], trace.processStarts[process + 1]];
  return {
    process,
    span: { from, to },
    firstRow: firstNotBefore(startSeconds, span.from, first, end),
    endRow: firstNotBefore(startSeconds, span.to, first, end),
    seconds: to - from,
    cpuSeconds: cpuSecondsIn(trace, first, end, { from, to }),
  };
}

/** From the beginning of its stopping the world up to the end of its last stop. */
function wallMillis({ collections }: Pick<Gctrace, 'collections'>, row: number): number {
  const { sweepStopMillis, concurrentMillis, markStopMillis } = collections;
  return sweepStopMillis[row] + concurrentMillis[row] + markStopMillis[row];
}

const EVER: Span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** From one collection to the next there are as many processors as the first says. */
function cpuSecondsIn(
  { collections }: Gctrace,
  first: number,
  end: number,
  { from, to }: Span,
): number {
  const { startSeconds, processors } = collections;
  let cpuSeconds = 0;
  let at = from;
  // Before the first collection there were as many as at it.
  let row = Math.max(first, firstNotBefore(startSeconds, from, first, end) - 1);
  for (; at < to; row++) {
    const next = row + 1 < end ? Math.min(to, Math.max(at, startSeconds[row + 1])) : to;
    cpuSeconds += (next - at) * processors[row];
    at = next;
  }
  return cpuSeconds;
}

/** The first row from `first` on whose collection does not begin before `seconds`; `end` if there is none. */
function firstNotBefore(
  startSeconds: Float64Array,
  seconds: number,
  first: number,
  end: number,
): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startSeconds[middle] < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}
