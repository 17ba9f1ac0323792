import type { RowSampling } from './row-sums.ts';
import { isSameRule } from './sampling-rule.ts';
import { betaSlope, incompleteBeta, roughNormalQuantile } from './special-functions.ts';

/** Ratio bounds are found to this relative precision. */
const RATIO_PRECISION = 1e-7;
/** A side without noise is given this share of the other's, so that effective counts stay finite. */
const LEAST_NOISE = 1e-9;

/**
 * The effective counts of a row's two sides, and the binomial tails of one among both: the test and the
 * bounds of the ratio that confidence.ts describes.
 */
export class EffectivePair {
  private readonly before: number;
  private readonly after: number;
  /** Sums of y u over a side's buckets times its squared scale: under before's rule, under after's. */
  private readonly noiseBefore: readonly [number, number];
  private readonly noiseAfter: readonly [number, number];
  /** Variances times what a draw stands for, times the squared scales. */
  private readonly stepBefore: number;
  private readonly stepAfter: number;
  private readonly scale: readonly [number, number];
  private readonly isSameRule: boolean;
  private readonly isExact: boolean;

  constructor(
    before: RowSampling,
    after: RowSampling,
    row: number,
    scale: readonly [number, number],
  ) {
    const [one, two] = [scale[0] * scale[0], scale[1] * scale[1]];
    this.scale = scale;
    this.before = before.estimate[row];
    this.after = after.estimate[row];
    this.noiseBefore = [one * before.variance[row], one * before.otherVariance[row]];
    this.noiseAfter = [two * after.otherVariance[row], two * after.variance[row]];
    this.stepBefore = one * before.step[row];
    this.stepAfter = two * after.step[row];
    this.isSameRule = isSameRule(before.rule, after.rule);
    this.isExact =
      this.noiseBefore[0] + this.noiseBefore[1] + this.noiseAfter[0] + this.noiseAfter[1] === 0;
  }

  /** Two-sided p-value of equal values per divisor. */
  pValue(): number {
    const [rateBefore, rateAfter] = [this.scale[0] * this.before, this.scale[1] * this.after];
    if (this.isExact) {
      // Rounding alone is no difference.
      return Math.abs(rateAfter - rateBefore) <= 1e-9 * Math.max(rateBefore, rateAfter) ? 1 : 0;
    }
    const at = this.countsIf(1);
    return Math.min(1, 2 * Math.min(greaterTail(at), greaterTail(swapped(at))));
  }

  /** The p-value if all draws had fallen on the side where that is the more surprising. */
  leastPValue(): number {
    if (this.isExact) return 0;
    const { before, after, odds } = this.countsIf(1);
    return 2 * Math.min(odds, 1) ** (before + after) * (1 + odds) ** -(before + after);
  }

  /** The lower or upper bound of after / before: the ratio whose test has this tail. */
  ratioBound(tail: number, isLow: boolean): number {
    if (this.isExact) return (this.scale[1] * this.after) / (this.scale[0] * this.before);
    if (isLow && this.after === 0) return 0;
    if (!isLow && this.before === 0) return Number.POSITIVE_INFINITY;
    return Math.exp(this.solve(tail, isLow));
  }

  /** Logarithm of the ratio at which the tail is `tail`: Newton's method on its logarithm, bracketed. */
  private solve(tail: number, isLow: boolean): number {
    const sign = isLow ? 1 : -1;
    // A side without draws counts one here, for a place to start from.
    const { before, after, odds } = this.countsIf(1);
    const guess = Math.log(Math.max(after, 1) / Math.max(before, 1) / odds);
    const spread = Math.sqrt(1 / Math.max(before, 1) + 1 / Math.max(after, 1));
    // In terms of x = sign × log ratio the tail always grows.
    let x = sign * guess + roughNormalQuantile(tail) * spread;
    let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 60; round++) {
      const counts = this.countsIf(Math.exp(sign * x));
      const at = isLow ? counts : swapped(counts);
      const reached = greaterTail(at);
      if (reached < tail) low = x;
      else high = x;
      const step = Math.log(tail / reached) / (greaterSlope(at) / reached);
      let next = x + Math.max(-4, Math.min(4, step));
      if (Number.isNaN(next)) next = reached < tail ? x + 4 : x - 4;
      if (!(next > low && next < high)) next = (low + high) / 2;
      const isDone = Math.abs(next - x) < RATIO_PRECISION * Math.max(spread, 1e-6);
      x = next;
      if (isDone || !(high > low)) break;
    }
    return sign * x;
  }

  /** Effective counts, and the odds of a draw being after's, if after / before is `ratio`. */
  private countsIf(ratio: number): EffectiveCounts {
    const square = ratio * ratio;
    const values = square * this.scale[0] ** 2 * this.before + this.scale[1] ** 2 * this.after;
    const noise = (rule: 0 | 1) => square * this.noiseBefore[rule] + this.noiseAfter[rule];
    const [noiseOne, noiseTwo] = [noise(0), noise(1)];
    const one = Math.max(noiseOne, LEAST_NOISE * noiseTwo) / values;
    const two = Math.max(noiseTwo, LEAST_NOISE * noiseOne) / values;
    const pooled = (square * this.stepBefore + this.stepAfter) / noiseOne;
    const stepOne = this.isSameRule ? pooled : this.stepBefore / this.noiseBefore[0];
    const stepTwo = this.isSameRule ? pooled : this.stepAfter / this.noiseAfter[1];
    return {
      before: this.before / one,
      after: this.after / two,
      odds: (ratio * (this.scale[0] * one)) / (this.scale[1] * two),
      stepBefore: stepOne > one ? stepOne / one : 1,
      stepAfter: stepTwo > two ? stepTwo / two : 1,
    };
  }
}

interface EffectiveCounts {
  readonly before: number;
  readonly after: number;
  /** Odds of a draw being after's. */
  readonly odds: number;
  /** By how many effective counts one draw changes the value of a side; at least 1. */
  readonly stepBefore: number;
  readonly stepAfter: number;
}

function swapped(counts: EffectiveCounts): EffectiveCounts {
  return {
    before: counts.after,
    after: counts.before,
    odds: 1 / counts.odds,
    stepBefore: counts.stepAfter,
    stepAfter: counts.stepBefore,
  };
}

/** The two parameters of the beta distribution whose share up to the odds is the tail below. */
function shapes({ before, after, stepBefore, stepAfter }: EffectiveCounts): [number, number] {
  // One parameter is one count more than the other's: half a step of 1 for each. Where steps are
  // longer, half of what they are longer is still missing at each.
  return [after - (stepAfter - 1) / 2, before + 1 + (stepBefore - 1) / 2];
}

/** P(M >= after) for M binomial among before + after. */
function greaterTail(counts: EffectiveCounts): number {
  const [a, b] = shapes(counts);
  if (a <= 0) return 1;
  const { odds } = counts;
  return incompleteBeta(a, b, odds / (1 + odds), 1 / (1 + odds));
}

/** Derivative of the above by the logarithm of the odds. */
function greaterSlope(counts: EffectiveCounts): number {
  const [a, b] = shapes(counts);
  if (a <= 0) return 0;
  const { odds } = counts;
  return betaSlope(a, b, odds / (1 + odds), 1 / (1 + odds));
}
