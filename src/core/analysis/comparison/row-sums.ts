import { isSameRule, type SamplingRule, seenPerDraw, unseenPerDraw } from './sampling-rule.ts';

/**
 * What confidence needs to know of sums of samples; columns by row. A sample of k draws is estimated at
 * k (seen + unseen), what one draw stands for; the second and third cumulants of estimates add up over
 * samples, draws of different sizes do not.
 */
export interface RowSampling {
  readonly rule: SamplingRule;
  /** Sum of the profile's values. */
  readonly value: Float64Array;
  /** The same before the writer cut each value off to a whole number. */
  readonly estimate: Float64Array;
  /** How many draws there were. */
  readonly rawCount: Float64Array;
  /** What was itself drawn, in units of the value: there was no less. */
  readonly seen: Float64Array;
  /** Variance of the estimate, in squared units. */
  readonly variance: Float64Array;
  /** The variance that the estimate would have under the other side's rule. */
  readonly otherVariance: Float64Array;
  /** Third cumulant of the estimate, in cubed units. */
  readonly skew: Float64Array;
  /** Sum of each sample's variance times what one of its draws stands for, in cubed units. */
  readonly step: Float64Array;
  /** Smallest object drawn, in bytes: the one whose draws stand for most. Infinity without draws. */
  readonly smallestSize: Float64Array;
}

/** Columns of sums, those of a row side by side: they are read from memory at once. */
export class RowSums {
  private readonly length: number;
  private readonly rule: SamplingRule;
  /** Null where it is the same: its variance needs no column then. */
  private readonly otherRule: SamplingRule | null;
  private readonly width: number;
  private readonly cells: Float64Array;

  constructor(length: number, rule: SamplingRule, otherRule: SamplingRule) {
    this.length = length;
    this.rule = rule;
    this.otherRule = isSameRule(rule, otherRule) ? null : otherRule;
    this.width = this.otherRule === null ? 8 : 9;
    this.cells = new Float64Array(length * this.width);
  }

  /** Adds a sample of so many draws of a size to a row. */
  addDraws(row: number, value: number, count: number, size: number): void {
    const { cells, rule, otherRule } = this;
    if (count === 0) return;
    const seen = seenPerDraw(rule, size);
    const unseen = unseenPerDraw(rule, size);
    const each = seen + unseen;
    const variance = count * each * unseen;
    const at = row * this.width;
    cells[at] += count;
    // The reciprocal, so that an empty cell is 0.
    if (1 / size > cells[at + 1]) cells[at + 1] = 1 / size;
    cells[at + 2] += value;
    cells[at + 3] += count * each;
    cells[at + 4] += count * seen;
    cells[at + 5] += variance;
    cells[at + 6] += variance * (each + unseen);
    cells[at + 7] += variance * each;
    if (otherRule !== null) cells[at + 8] += count * each * unseenPerDraw(otherRule, size);
  }

  /** Adds a row of other sums, or of these, to one of these. */
  add(row: number, from: RowSums, fromRow: number): void {
    const { cells, width } = this;
    const other = from.cells;
    const at = row * width;
    const source = fromRow * width;
    if (other[source] === 0) return;
    cells[at] += other[source];
    if (other[source + 1] > cells[at + 1]) cells[at + 1] = other[source + 1];
    cells[at + 2] += other[source + 2];
    cells[at + 3] += other[source + 3];
    cells[at + 4] += other[source + 4];
    cells[at + 5] += other[source + 5];
    cells[at + 6] += other[source + 6];
    cells[at + 7] += other[source + 7];
    if (width === 9) cells[at + 8] += other[source + 8];
  }

  clear(row: number): void {
    const end = (row + 1) * this.width;
    // A loop, since it is done for every stack, and a call would cost more.
    for (let cell = end - this.width; cell < end; cell++) this.cells[cell] = 0;
  }

  finish(): RowSampling {
    const variance = this.column(5);
    return {
      rule: this.rule,
      rawCount: this.column(0),
      smallestSize: this.column(1).map((reciprocal) => 1 / reciprocal),
      value: this.column(2),
      estimate: this.column(3),
      seen: this.column(4),
      variance,
      skew: this.column(6),
      step: this.column(7),
      otherVariance: this.otherRule === null ? variance : this.column(8),
    };
  }

  private column(at: number): Float64Array {
    const column = new Float64Array(this.length);
    for (let row = 0; row < this.length; row++) column[row] = this.cells[row * this.width + at];
    return column;
  }
}
