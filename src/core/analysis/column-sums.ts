/** What one pass over a column of values tells. */
export interface ColumnSum {
  readonly sum: number;
  /** Sum of the magnitudes. */
  readonly magnitude: number;
  /** Whether a value is below zero. The sum does not tell: beside large values a small one is lost in it. */
  readonly hasNegative: boolean;
}

/** Sums up a column; a million values take some milliseconds, even when it runs for the first time. */
export function sumColumn(values: Float64Array): ColumnSum {
  const { length } = values;
  let sum = 0;
  let magnitude = 0;
  let lowest = 0;
  // By index: an iterator takes several times as long until it is compiled.
  for (let row = 0; row < length; row++) {
    const value = values[row];
    sum += value;
    magnitude += Math.abs(value);
    if (value < lowest) lowest = value;
  }
  return { sum, magnitude, hasNegative: lowest < 0 };
}
