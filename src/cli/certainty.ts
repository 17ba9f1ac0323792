import type { ConfidenceColumns } from '../bridge/comparison-api.ts';

/** What sampling leaves open of one row. */
export interface Certainty {
  readonly before: Interval;
  readonly after: Interval;
  readonly delta: Interval;
  /** Of after / before - 1. */
  readonly ratio: Interval;
  readonly p: number;
  readonly q: number;
  readonly isTooFew: boolean;
  /** How many objects, ticks and the like were really drawn. */
  readonly drawn: { readonly before: number; readonly after: number };
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** One row of the columns. */
export function certaintyAt(columns: ConfidenceColumns, row: number): Certainty {
  const at = (column: Float64Array) => column[row] ?? Number.NaN;
  return {
    before: { low: at(columns.beforeLow), high: at(columns.beforeHigh) },
    after: { low: at(columns.afterLow), high: at(columns.afterHigh) },
    delta: { low: at(columns.deltaLow), high: at(columns.deltaHigh) },
    ratio: { low: at(columns.ratioLow), high: at(columns.ratioHigh) },
    p: at(columns.pValue),
    q: at(columns.qValue),
    isTooFew: columns.isTooFew[row] === 1,
    drawn: { before: at(columns.drawnBefore), after: at(columns.drawnAfter) },
  };
}

/** In one word, whether a change is more than sampling noise. */
export type Mark = 'real' | 'noise' | 'few' | 'exact' | 'same' | '?';

/**
 * The mark of a row whose shown value changed by `change`. `level` is that of the intervals, null where
 * nothing is known of the sampling; `certainty` is null where nothing of the row was drawn.
 */
export function markOf(change: number, certainty: Certainty | null, level: number | null): Mark {
  if (change === 0) return 'same';
  if (level === null) return '?';
  if (certainty === null) return 'few';
  if (isExact(certainty)) return 'exact';
  if (certainty.isTooFew) return 'few';
  return certainty.q < 1 - level ? 'real' : 'noise';
}

/** Whether both values were counted rather than estimated. */
export function isExact({ before, after }: Certainty): boolean {
  return before.low === before.high && after.low === after.high;
}
