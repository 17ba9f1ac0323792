import { describe, expect, it } from 'vitest';
import {
  betaSlope,
  erfc,
  incompleteBeta,
  inverseLowerGamma,
  logGamma,
  lowerGamma,
  roughNormalQuantile,
} from '../../../../src/core/analysis/comparison/special-functions.ts';
import { binomialTail } from './exact-binomial.ts';

/** How far off, relative to what is expected. */
const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

describe('ln Γ', () => {
  it('is the logarithm of factorials', () => {
    let factorial = 1n;
    for (let n = 1; n <= 170; n++) {
      expect(Math.exp(logGamma(n + 1) - Math.log(Number(factorial)))).toBeCloseTo(1, 11);
      factorial *= BigInt(n + 1);
    }
  });

  it('is ½ ln π at ½, and about -ln x near 0', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(1e-9)).toBeCloseTo(-Math.log(1e-9), 8);
  });
});

describe('P(a, x)', () => {
  it('is a sum of Poisson probabilities for whole a', () => {
    for (const a of [1, 2, 7, 40, 300]) {
      for (const x of [0.01, 0.5, 3, 8, 35, 45, 310]) {
        let term = Math.exp(-x);
        let below = 0;
        for (let k = 0; k < a; k++) {
          below += term;
          term *= x / (k + 1);
        }
        expect(lowerGamma(a, x)).toBeCloseTo(1 - below, 11);
      }
    }
  });

  it('does not jump where the expansion for large a takes over', () => {
    for (const x of [900, 980, 1000, 1000.01, 1040, 1100]) {
      // By the recurrence DLMF 8.8.5, from below the boundary.
      const step = Math.exp(999 * Math.log(x) - x - logGamma(1000));
      expect(Math.abs(lowerGamma(1000, x) - (lowerGamma(999, x) - step))).toBeLessThan(2e-6);
    }
    expect(lowerGamma(1e12, 1e12)).toBeCloseTo(0.5, 6);
  });

  it('gives the complementary error function', () => {
    // Table 7.2 of Abramowitz and Stegun.
    expect(relative(erfc(1), 0.15729920705)).toBeLessThan(1e-10);
    expect(relative(erfc(2), 0.00467773498)).toBeLessThan(1e-9);
    expect(erfc(-1)).toBeCloseTo(2 - 0.15729920705, 10);
    expect(erfc(0)).toBe(1);
  });
});

describe('the inverse of P(a, x)', () => {
  it('gives the quantiles of χ² in the tables', () => {
    const chiSquare = (p: number, freedom: number) => 2 * inverseLowerGamma(freedom / 2, p);
    expect(chiSquare(0.95, 1)).toBeCloseTo(3.841, 3);
    expect(chiSquare(0.95, 2)).toBeCloseTo(-2 * Math.log(0.05), 9);
    expect(chiSquare(0.975, 10)).toBeCloseTo(20.483, 3);
    expect(chiSquare(0.025, 10)).toBeCloseTo(3.247, 3);
    expect(chiSquare(0.995, 100)).toBeCloseTo(140.169, 3);
  });

  it('leads back to p', () => {
    for (const a of [0.1, 0.3, 0.5, 1, 2.5, 17, 400, 2000, 1e6, 1e10]) {
      for (const p of [0.0005, 0.025, 0.5, 0.975, 0.9995]) {
        expect(lowerGamma(a, inverseLowerGamma(a, p))).toBeCloseTo(p, 8);
      }
    }
  });
});

describe('I_x(a, b)', () => {
  it('is a sum of binomial probabilities for whole a and b', () => {
    for (const [n, least] of [
      [1, 1],
      [5, 2],
      [30, 1],
      [110, 98],
      [400, 210],
      [700, 300],
    ] as const) {
      for (const share of [
        [1n, 2n],
        [1n, 11n],
        [9n, 10n],
      ] as const) {
        const x = Number(share[0]) / Number(share[1]);
        const expected = binomialTail(n, least, share);
        expect(relative(incompleteBeta(least, n - least + 1, x, 1 - x), expected)).toBeLessThan(
          1e-8,
        );
      }
    }
  });

  it('does not jump where the expansion for large a and b takes over', () => {
    for (const x of [0.47, 0.49, 0.5, 0.500001, 0.52]) {
      // DLMF 8.17.20, from below the boundary.
      const step = betaSlope(999, 1000, x, 1 - x) / 999;
      const expected = incompleteBeta(999, 1000, x, 1 - x) - step;
      expect(Math.abs(incompleteBeta(1000, 1000, x, 1 - x) - expected)).toBeLessThan(2e-6);
    }
  });

  it('becomes P(a, x) where b is very large', () => {
    for (const a of [0.01, 1, 12, 800]) {
      for (const x of [a / 2, a, 1.1 * a]) {
        const beta = incompleteBeta(a, 1e12, x / 1e12, 1 - x / 1e12);
        expect(Math.abs(beta - lowerGamma(a, x))).toBeLessThan(1e-5);
      }
    }
  });
});

it('knows normal quantiles to three digits', () => {
  expect(Math.abs(roughNormalQuantile(0.975) - 1.95996)).toBeLessThan(4.5e-4);
  expect(roughNormalQuantile(0.025)).toBeCloseTo(-roughNormalQuantile(0.975), 12);
});
