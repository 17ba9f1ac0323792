import { describe, expect, it } from 'vitest';
import { growthExponent, quantile, spreadOf } from '../../bench/statistics.ts';

describe('quantile', () => {
  it('takes the smallest value that the share does not pass', () => {
    const values = [5, 1, 4, 2, 3];
    expect([0, 0.2, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 1, 3, 5, 5]);
  });

  it('is 0 of nothing', () => {
    expect(quantile([], 0.95)).toBe(0);
  });
});

describe('spreadOf', () => {
  it('tells median, least and greatest', () => {
    expect(spreadOf([9, 2, 4])).toEqual({ median: 4, min: 2, max: 9 });
  });
});

describe('growthExponent', () => {
  it.each([0.5, 1, 2])('finds x^%d again', (exponent) => {
    const points = [1e4, 1e5, 1e6].map((x) => [x, 3 * x ** exponent] as const);
    expect(growthExponent(points)).toBeCloseTo(exponent, 10);
  });
});
