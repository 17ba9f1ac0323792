import { scaleValue } from './pprof-value.ts';

/** The rows of a report in pprof's sense: those left after trimming. */
export interface ReportRows {
  readonly flat: ArrayLike<number>;
  /** As long as `flat`. */
  readonly cum: ArrayLike<number>;
}

/**
 * The one unit in which pprof prints all values of a report when it is asked for `minimum`, its
 * default (report.selectOutputUnit): the unit that fits the smallest row, or where the total wants
 * a larger one and is over 100 times that row, the unit that fits 100 times the row, so that the
 * smallest still shows as 0.01. A row counts with its flat value, or its cum value if flat is zero.
 *
 * Pass the result to `pprofLabel` as `to`. Without rows it is `minimum`: every value by itself.
 */
export function selectReportUnit(rows: ReportRows, total: number, sampleUnit: string): string {
  if (rows.flat.length === 0) return 'minimum';
  const smallest = smallestMagnitude(rows) || total;
  let unit = naturalUnit(smallest, sampleUnit);
  if (unit !== naturalUnit(total, sampleUnit) && smallest * 100 < total) {
    unit = naturalUnit(smallest * 100, sampleUnit);
  }
  return unit || sampleUnit;
}

const naturalUnit = (value: number, unit: string) => scaleValue(value, unit, 'minimum').unit;

/** 0 when all rows are zero. */
function smallestMagnitude({ flat, cum }: ReportRows): number {
  let smallest = 0;
  for (let row = 0; row < flat.length; row++) {
    const magnitude = Math.abs(flat[row] || cum[row] || 0);
    if (magnitude > 0 && (smallest === 0 || magnitude < smallest)) smallest = magnitude;
  }
  return smallest;
}
