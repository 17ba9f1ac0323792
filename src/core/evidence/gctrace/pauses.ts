import type { Collections } from './gctrace.ts';

/** How long the world was stopped for a collection, both stops together. */
export function pauseMillisOf(
  { sweepStopMillis, markStopMillis }: Pick<Collections, 'sweepStopMillis' | 'markStopMillis'>,
  row: number,
): number {
  // Both are given in whole microseconds.
  return Math.round((sweepStopMillis[row] + markStopMillis[row]) * 1e3) / 1e3;
}
