import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/core/evidence/benchmarks/statistics/comparison.ts';
import { geometricMean } from '../../../../src/core/evidence/benchmarks/statistics/geometric-mean.ts';
import { mannWhitney } from '../../../../src/core/evidence/benchmarks/statistics/mann-whitney.ts';
import {
  leastForInterval,
  medianInterval,
} from '../../../../src/core/evidence/benchmarks/statistics/median-interval.ts';
import { summarise } from '../../../../src/core/evidence/benchmarks/statistics/summary.ts';

const sorted = (values: readonly number[]) => Float64Array.from(values).sort();
const p = (before: readonly number[], after: readonly number[]) =>
  mannWhitney(sorted(before), sorted(after))?.p ?? null;
const pOfBothTails = (before: readonly number[], after: readonly number[]) =>
  mannWhitney(sorted(before), sorted(after))?.pOfBothTails ?? null;

describe('the interval of a median', () => {
  /** As github.com/aclements/go-moremath gives them (QuantileCI), by number of values. */
  const ranks95 =
    '1:0-2 2:0-3 3:0-4 4:0-5 5:0-5 6:1-6 7:1-7 8:1-7 9:2-8 10:2-9 11:2-9 12:3-10 13:3-11 14:3-11 15:4-12 16:4-12 17:5-13 18:5-14 19:5-14 20:6-15 21:6-16 22:6-16 23:7-17 24:8-18 25:8-18 26:8-19 27:8-19 28:9-20 29:9-20 30:10-21 31:10-22 32:10-22 33:11-23 34:11-23 35:12-24 50:18-32 51:19-33 75:29-47 100:40-60 120:49-71';
  const ranks99 =
    '6:0-7 7:0-7 8:1-8 20:4-16 24:6-19 27:7-21 28:8-22 29:8-22 30:8-23 31:8-23 46:14-32 120:46-75';

  it.each([
    [0.95, ranks95],
    [0.99, ranks99],
  ])('is at %d between the ranks that benchstat takes', (confidence, expected) => {
    const shown = expected.split(' ').map((line) => {
      const n = Number.parseInt(line, 10);
      const { low, high } = medianInterval(n, confidence);
      return `${n}:${low}-${high}`;
    });
    expect(shown.join(' ')).toBe(expected);
  });

  it('holds the median as often as it says: the ranks of 10 values are worked by hand', () => {
    // 1 - 2 (1 + 10) / 1024: neither all ten nor nine of ten values are on one side.
    expect(medianInterval(10, 0.95)).toEqual({ low: 2, high: 9, confidence: 1 - 22 / 1024 });
  });

  it('needs six values at 95 %, and eight at 99 %', () => {
    expect([leastForInterval(0.95), leastForInterval(0.99)]).toEqual([6, 8]);
  });
});

describe('the Mann-Whitney U-test', () => {
  it.each([
    // From the tests of go-moremath and the tables of Mann and Whitney (1947).
    [[2, 1, 3, 5], [12, 11, 13, 15], 2 / 70],
    [[2, 1, 3, 5], [0, 4, 6, 7], 34 / 70],
    [[1], [2], 1],
    [[1, 2], [3, 4], 2 / 6],
    // With ties: 2 ways of 6 choose 2 deal the ones to one side.
    [[1, 1], [2, 2], 2 / 6],
    [[5, 5, 6], [5, 6, 6], 1],
  ])('of %j and %j has the p of the tables', (before, after, expected) => {
    expect(p(before, after)).toBeCloseTo(expected, 12);
    expect(p(after, before)).toBeCloseTo(expected, 12);
  });

  it('says nothing of values that are all equal', () => {
    expect(p([3, 3, 3], [3, 3])).toBeNull();
    expect(p(new Array(60).fill(3), new Array(60).fill(3))).toBeNull();
  });

  it('counts the ways in which the ranks could have been dealt', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sample, sample, (before, after) => {
        const { tail, bothTails } = dealt(before, after);
        const found = p(before, after);
        if (found === null) expect(new Set([...before, ...after]).size).toBe(1);
        else
          expect([found, pOfBothTails(before, after)]).toEqual([close(2 * tail), close(bothTails)]);
      }),
    );
  });

  it('is wrong as benchstat is where ties meet different sizes, which is known of it', () => {
    // Of the 10 ways to deal 1 1 2 2 2 one gives the ones to the two, and none is as far the other way.
    expect([p([1, 1], [2, 2, 2]), pOfBothTails([1, 1], [2, 2, 2])]).toEqual([
      close(0.2),
      close(0.1),
    ]);
    expect([p([2, 2, 2], [1, 1]), pOfBothTails([2, 2, 2], [1, 1])]).toEqual([0, close(0.1)]);
  });

  it('goes over to the normal distribution beyond 50 values', () => {
    const apart = (n: number) =>
      p(
        Array.from({ length: n }, (_, at) => at * 3),
        Array.from({ length: n }, (_, at) => at * 3 + 20.5),
      );
    // As go-moremath has them, exact and approximated.
    expect(apart(50)).toBeCloseTo(0.036017807864880798, 12);
    expect(apart(51)).toBeCloseTo(0.038010705203973379, 9);
  });
});

const close = (value: number) => expect.closeTo(value, 12);

/** Tails by going through all ways to choose the first sample, of 10 values at most. */
function dealt(before: readonly number[], after: readonly number[]) {
  const all = [...before, ...after];
  const twoUOf = (isFirst: (at: number) => boolean) => {
    let twoU = 0;
    for (let i = 0; i < all.length; i++) {
      for (let j = 0; j < all.length; j++) {
        if (isFirst(i) && !isFirst(j)) twoU += 1 + Math.sign((all[i] ?? 0) - (all[j] ?? 0));
      }
    }
    return twoU;
  };
  const pairs = before.length * after.length;
  const observed = twoUOf((at) => at < before.length);
  const smaller = Math.min(observed, 2 * pairs - observed);
  if (observed === pairs) return { tail: 0.5, bothTails: 1 };
  let [ways, asLow, asHigh] = [0, 0, 0];
  for (let chosen = 0; chosen < 1 << all.length; chosen++) {
    const isFirst = (at: number) => (chosen & (1 << at)) !== 0;
    if (all.filter((_, at) => isFirst(at)).length !== before.length) continue;
    ways++;
    const twoU = twoUOf(isFirst);
    if (twoU <= smaller) asLow++;
    if (twoU >= 2 * pairs - smaller) asHigh++;
  }
  return { tail: asLow / ways, bothTails: (asLow + asHigh) / ways };
}

describe('a comparison', () => {
  it('tells how many runs it takes only where there are too few on both sides', () => {
    const caution = (before: readonly number[], after: readonly number[], alpha = 0.05) =>
      compare(sorted(before), sorted(after), 'nothing', alpha).caution;
    expect(caution([1, 2, 3], [4, 5, 6])).toEqual({ kind: 'too-few-runs', least: 4, alpha: 0.05 });
    expect(caution([1, 2, 3], [1, 2, 4, 5])).toBeNull();
    expect(caution([1, 2, 3, 4], [5, 6, 7, 8])).toBeNull();
    expect(caution([1, 2], [3, 4], 1e-9)).toMatchObject({ least: null });
    expect(caution([1, 1], [1, 1])).toEqual({ kind: 'all-equal' });
    expect(caution([2, 2, 2], [1, 1])).toEqual({ kind: 'lopsided', p: close(0.1) });
  });

  it('of exact values takes one run for enough', () => {
    const { p: exact, isSignificant } = compare(sorted([1]), sorted([2]), 'exact', 0.05);
    expect([exact, isSignificant]).toEqual([0, true]);
  });
});

describe('a summary', () => {
  it('is the median, of exact values the most frequent one', () => {
    const values = sorted([5, 1, 2, 2]);
    expect(summarise(values, 'nothing', 0.95)).toMatchObject({ center: 2, low: -Infinity });
    expect(summarise(values, 'exact', 0.95)).toMatchObject({ center: 2, low: 1, high: 5 });
    expect(summarise(sorted([1, 4]), 'nothing', 0.95).center).toBe(2.5);
    expect(summarise(sorted([7]), 'nothing', 0.95).center).toBe(7);
  });
});

it('a geometric mean needs values above zero', () => {
  expect(geometricMean([1, 100])).toBeCloseTo(10, 12);
  expect(geometricMean([1, 0])).toBeNaN();
  expect(geometricMean([])).toBeNaN();
});
