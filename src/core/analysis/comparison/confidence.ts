import { EffectivePair } from './effective-pair.ts';
import { falseDiscoveryRates } from './false-discovery.ts';
import type { RowSampling } from './row-sums.ts';
import { seenPerDraw, unseenPerDraw } from './sampling-rule.ts';
import { inverseLowerGamma } from './special-functions.ts';

/*
 * How sure the rows of a comparison are, given that profiles are samples. docs/decisions/0008-confidence.md
 * says against what this was chosen, and how often it holds.
 *
 * A side's value. A row is a sum over buckets of one stack and one object size; k draws of a bucket that
 * draws with probability p stand for k w units, w = a / p, where a is 1 object or its bytes. Of w, a was
 * seen and u = a (1 - p) / p was not. How many objects are made until the k-th is drawn is negative
 * binomial, and by duality its quantiles bound the unknown number of objects (the argument of Clopper and
 * Pearson 1934, and of Garwood 1936 for small p): the lower bound from k draws, the upper from k + 1.
 * A sum of such counts has the cumulants Σ k w, Σ k w u and Σ k w u (w + u); the gamma distribution
 * shifted to these three (Pearson's type III) stands for it, with a continuity correction of half an
 * object. For one size of small objects this is Garwood's exact interval; for mixed sizes it refines Fay
 * and Feuer (1997), who match two moments, and like theirs its upper bound adds one draw of the greatest
 * weight. That is one of the smallest objects seen in the row on either side; for bytes, of which no draw
 * of small objects stands for more than a period, it is one period whatever was seen.
 *
 * The test. Effective counts m = Y / c, with Y a side's estimate and c the mean of u weighted by value,
 * have equal mean and variance (Kish 1965 on effective sample size; Korn and Graubard 1998 on exact
 * intervals from it). If the true ratio after / before per divisor is R, then m_after of m_before +
 * m_after is binomial, with the odds R (scale_before c_before) / (scale_after c_after) (Przyborowski and
 * Wilenski 1940). The buckets of both sides enter c, each under both sides' rules, by what they add to
 * the variance of after - R before. Where all objects are small and of one size this is the exact
 * binomial test. Tails of real-valued counts come from the incomplete beta function, the smaller is
 * doubled. One draw moves m by w / c, more than 1 where objects are large or sizes mixed: the half step
 * that an exact test counts to its tail is as long, with w weighted by variance.
 *
 * The relative change. All R that the test does not reject (for one size: Clopper and Pearson), so that
 * it leaves out 0 exactly if p < 1 - level. The absolute change: from the sides' intervals by the method
 * of variance estimates recovery (Zou and Donner 2008), which may differ from the test on the brink.
 *
 * Objects of more than 9.2 periods are drawn with p > 0.9999 and count as exact, as does everything at
 * a rate of 1: there any difference has p = 0.
 *
 * Not covered: how much the work itself varies from run to run, for which only repeated captures help;
 * what the producer changed between the sides (Go version, inlining, a rate changed while running);
 * numbers of objects of a size of which nothing was drawn in a row on either side, since many small ones
 * may hide behind few large ones (bytes are covered); that ticks of a CPU clock are not independent.
 */

/** How sure each row is; columns by row. Values are `value` x scale of the side. */
export interface RowConfidence {
  /**
   * Interval of each side's value, which holds what the profile says. NaN where a row has no draw on
   * either side, since nothing is known of it then.
   */
  readonly beforeLow: Float64Array;
  readonly beforeHigh: Float64Array;
  readonly afterLow: Float64Array;
  readonly afterHigh: Float64Array;
  /** Interval of after - before. */
  readonly deltaLow: Float64Array;
  readonly deltaHigh: Float64Array;
  /** Interval of after / before - 1; high is Infinity where the row may be new. */
  readonly ratioLow: Float64Array;
  readonly ratioHigh: Float64Array;
  /** Probability of so large a difference, either way, if both sides were alike. */
  readonly pValue: Float64Array;
  /** The same after control of the false discovery rate over the rows. */
  readonly qValue: Float64Array;
  /** 1 where there are so few draws that not even all of them on one side would tell (then q = 1). */
  readonly isTooFew: Uint8Array;
}

/**
 * Compares the rows of two sides, which are to stand for the same frames. `scale` is what a side's
 * values are multiplied by, such as 1 / requests; `level` is that of the intervals, such as 0.95.
 */
export function compareRows(
  before: RowSampling,
  after: RowSampling,
  scale: readonly [before: number, after: number],
  level: number,
): RowConfidence {
  const rows = before.value.length;
  const confidence = emptyConfidence(rows);
  const tail = (1 - level) / 2;
  const counted = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (before.rawCount[row] + after.rawCount[row] === 0) {
      fillUnknown(confidence, row, before.rule.kind === 'exact' && after.rule.kind === 'exact');
      continue;
    }
    boundValues(confidence, row, before, after, scale, tail);
    const pair = new EffectivePair(before, after, row, scale);
    confidence.pValue[row] = pair.pValue();
    const isTooFew = pair.leastPValue() > 1 - level;
    confidence.isTooFew[row] = isTooFew ? 1 : 0;
    // Rows that cannot be found take no part, or their number would hide the others (Gilbert 2005).
    counted[row] = isTooFew ? 0 : 1;
    confidence.ratioLow[row] = pair.ratioBound(tail, true) - 1;
    confidence.ratioHigh[row] = pair.ratioBound(tail, false) - 1;
  }
  confidence.qValue.set(falseDiscoveryRates(confidence.pValue, counted));
  return confidence;
}

/** Intervals of the values of rows, which hold what the profile says; columns by row. */
export interface RowBounds {
  /** NaN where a row has no draw, since nothing is known of it then. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Intervals of the rows of one side by itself; `level` as in `compareRows`. */
export function boundRows(side: RowSampling, level: number): RowBounds {
  const tail = (1 - level) / 2;
  const nothing = side.rule.kind === 'exact' ? 0 : Number.NaN;
  const low = new Float64Array(side.value.length).fill(nothing);
  const high = low.slice();
  for (let row = 0; row < low.length; row++) {
    if (side.rawCount[row] === 0) continue;
    low[row] = Math.min(lowerBound(side, row, tail), side.value[row]);
    high[row] = Math.max(upperBound(side, row, side.smallestSize[row], tail), side.value[row]);
  }
  return { low, high };
}

function emptyConfidence(rows: number): RowConfidence {
  const column = () => new Float64Array(rows);
  return {
    beforeLow: column(),
    beforeHigh: column(),
    afterLow: column(),
    afterHigh: column(),
    deltaLow: column(),
    deltaHigh: column(),
    ratioLow: column(),
    ratioHigh: column(),
    pValue: column().fill(1),
    qValue: column(),
    isTooFew: new Uint8Array(rows),
  };
}

function fillUnknown(confidence: RowConfidence, row: number, isExact: boolean): void {
  const { beforeLow, beforeHigh, afterLow, afterHigh, deltaLow, deltaHigh } = confidence;
  for (const column of [beforeLow, beforeHigh, afterLow, afterHigh, deltaLow, deltaHigh]) {
    column[row] = isExact ? 0 : Number.NaN;
  }
  confidence.ratioLow[row] = Number.NaN;
  confidence.ratioHigh[row] = Number.NaN;
  confidence.isTooFew[row] = isExact ? 0 : 1;
}

/** Intervals of both values and of their difference. */
function boundValues(
  confidence: RowConfidence,
  row: number,
  before: RowSampling,
  after: RowSampling,
  scale: readonly [number, number],
  tail: number,
): void {
  const nextSize = Math.min(before.smallestSize[row], after.smallestSize[row]);
  const [rateBefore, rateAfter] = [scale[0] * before.estimate[row], scale[1] * after.estimate[row]];
  const lowBefore = scale[0] * lowerBound(before, row, tail);
  const highBefore = scale[0] * upperBound(before, row, nextSize, tail);
  const lowAfter = scale[1] * lowerBound(after, row, tail);
  const highAfter = scale[1] * upperBound(after, row, nextSize, tail);
  const change = rateAfter - rateBefore;
  const down = Math.hypot(rateAfter - lowAfter, highBefore - rateBefore);
  const up = Math.hypot(highAfter - rateAfter, rateBefore - lowBefore);
  // The writer cuts values off, by which they may leave a narrow interval.
  const [shownBefore, shownAfter] = [scale[0] * before.value[row], scale[1] * after.value[row]];
  confidence.beforeLow[row] = Math.min(lowBefore, shownBefore);
  confidence.beforeHigh[row] = Math.max(highBefore, shownBefore);
  confidence.afterLow[row] = Math.min(lowAfter, shownAfter);
  confidence.afterHigh[row] = Math.max(highAfter, shownAfter);
  confidence.deltaLow[row] = Math.min(change - down, shownAfter - shownBefore);
  confidence.deltaHigh[row] = Math.max(change + up, shownAfter - shownBefore);
}

function lowerBound(side: RowSampling, row: number, tail: number): number {
  if (side.rawCount[row] === 0) return 0;
  const [mean, variance, skew] = [side.estimate[row], side.variance[row], side.skew[row]];
  if (variance === 0) return mean;
  // What the noise comes from, on average over the variance: w + u of all draws less w and u of one.
  const objectUnits = (2 * side.step[row] - skew) / variance;
  return Math.max(side.seen[row], gammaQuantile(mean, variance, skew, tail) - objectUnits / 2);
}

function upperBound(side: RowSampling, row: number, nextSize: number, tail: number): number {
  const { kind, period } = side.rule;
  let u = unseenPerDraw(side.rule, nextSize);
  let w = u + seenPerDraw(side.rule, nextSize);
  let mean = (w + u) / 2;
  if (kind === 'heap-bytes' && period > 1) {
    // A byte is drawn at the same rate whatever object it is in, and of small objects a draw stands for
    // one period. So bytes are bounded even where small objects were drawn on neither side.
    if (u === 0 || side.rawCount[row] === 0) mean = period;
    w = period;
    u = period;
  }
  if (u === 0) mean = 0;
  return gammaQuantile(
    side.estimate[row] + mean,
    side.variance[row] + w * u,
    side.skew[row] + w * u * (w + u),
    1 - tail,
  );
}

/** Quantile of the shifted gamma distribution with these first three cumulants. */
function gammaQuantile(mean: number, variance: number, skew: number, p: number): number {
  if (variance === 0) return mean;
  const unit = skew / (2 * variance);
  const shape = variance / (unit * unit);
  return mean + unit * (inverseLowerGamma(shape, p) - shape);
}
