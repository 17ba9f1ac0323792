import { Ordered } from '../evidence/gctrace/quantiles.ts';
import type { Pauses } from '../profile/mem-stats.ts';

/** For how long collections stopped the world, in nanoseconds. */
export interface PauseFigures {
  /** How many collections that is known of. */
  readonly collections: number;
  readonly medianNanos: number;
  readonly p99Nanos: number;
  readonly longestNanos: number;
  /** Of all of them together. */
  readonly sumNanos: number;
}

/** The figures of the last collections; null where there was none. Percentiles are by the nearest rank. */
export function pauseFigures({ nanos }: Pauses): PauseFigures | null {
  if (nanos.length === 0) return null;
  const ordered = new Ordered(nanos);
  return {
    collections: nanos.length,
    medianNanos: ordered.median,
    p99Nanos: ordered.quantile(0.99),
    longestNanos: ordered.most,
    sumNanos: nanos.reduce((sum, pause) => sum + pause, 0),
  };
}
