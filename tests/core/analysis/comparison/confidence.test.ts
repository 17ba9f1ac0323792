import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRows,
  type RowConfidence,
} from '../../../../src/core/analysis/comparison/confidence.ts';
import { falseDiscoveryRates } from '../../../../src/core/analysis/comparison/false-discovery.ts';
import {
  type RowSampling,
  recoverSampling,
  sumTotalSampling,
} from '../../../../src/core/analysis/comparison/sampling.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';
import { binomialTail } from './exact-binomial.ts';
import { scaleAsGoDoes } from './simulate-heap.ts';

/** Draws of sizes, as `draws x size`, in one row. */
type Drawn = readonly (readonly [draws: number, size: number])[];

const PERIOD = 524288;

function row(drawn: Drawn, sampleType = 0, periods: readonly number[] = [PERIOD]): RowSampling {
  const [period = PERIOD, otherPeriod = period] = periods;
  const lines = drawn.map(([draws, size]) => {
    const [objects, bytes] = scaleAsGoDoes(draws, size, period);
    return `main ${objects} ${bytes} bytes=${size}`;
  });
  const profile = drawProfile(
    ['types alloc_objects/count alloc_space/bytes', `period ${period} space/bytes`, ...lines].join(
      '\n',
    ),
  );
  const sampling = recoverSampling(profile, sampleType);
  if ('reason' in sampling) throw new Error(sampling.reason);
  return sumTotalSampling(profile, sampling, null, { ...sampling.rule, period: otherPeriod });
}

/** What the only row says. */
function only(confidence: RowConfidence): Record<keyof RowConfidence, number> {
  return Object.fromEntries(
    Object.entries(confidence).map(([name, column]) => [name, column[0]]),
  ) as Record<keyof RowConfidence, number>;
}

function compare(
  before: Drawn,
  after: Drawn,
  scale: readonly [number, number] = [1, 1],
  sampleType = 0,
) {
  return only(compareRows(row(before, sampleType), row(after, sampleType), scale, 0.95));
}

describe('the test', () => {
  it.each([
    [98, 12],
    [10, 3],
    [5, 5],
    [7, 0],
    [300, 351],
  ])('is the exact binomial one for one small size: %d draws against %d', (before, after) => {
    const most = Math.max(before, after);
    const exact = Math.min(1, 2 * binomialTail(before + after, most));
    for (const sampleType of [0, 1]) {
      const { pValue } = compare([[before, 8]], [[after, 8]], [1, 1], sampleType);
      expect(Math.abs(pValue / exact - 1)).toBeLessThan(3e-3);
    }
  });

  it('knows divisors: ten times the requests make ten times the draws', () => {
    const exact = 2 * binomialTail(3 + 10, 3, [1n, 11n]);
    expect(compare([[3, 8]], [[10, 8]], [1, 1 / 10]).pValue).toBeCloseTo(exact, 3);
  });

  it('knows periods: a quarter of the period makes four times the draws', () => {
    const before = row([[9, 8]], 0, [PERIOD, PERIOD / 4]);
    const after = row([[40, 8]], 0, [PERIOD / 4, PERIOD]);
    const { pValue } = only(compareRows(before, after, [1, 1], 0.95));
    expect(pValue).toBeCloseTo(Math.min(1, 2 * binomialTail(49, 40, [4n, 5n])), 2);
  });

  it('takes counts of huge objects as they are', () => {
    const huge = 1 << 23;
    expect(compare([[5, huge]], [[5, huge]]).pValue).toBe(1);
    expect(compare([[5, huge]], [[10, huge]], [1, 0.5]).pValue).toBe(1);
    const changed = compare([[5, huge]], [[6, huge]]);
    expect(changed.pValue).toBe(0);
    expect(changed.ratioLow).toBeCloseTo(0.2, 12);
    expect(changed.ratioHigh).toBeCloseTo(0.2, 12);
    expect(changed.deltaLow).toBe(1);
    expect(changed.deltaHigh).toBe(1);
  });

  it('takes everything as it is where the rate is 1', () => {
    const [before, after] = [row([[5, 8]], 0, [1]), row([[6, 8]], 0, [1])];
    expect(only(compareRows(before, after, [1, 1], 0.95)).pValue).toBe(0);
    expect(only(compareRows(before, before, [1, 1], 0.95)).pValue).toBe(1);
  });

  it('does not add up draws of different sizes', () => {
    // 100 draws more, of objects so large that they are few beside those of two small draws.
    expect(
      compare(
        [
          [2, 8],
          [100, 1 << 18],
        ],
        [[2, 8]],
      ).pValue,
    ).toBeGreaterThan(0.5);
  });
});

describe('intervals', () => {
  it('are Garwood’s of Poisson counts for one small size', () => {
    // Table of Garwood 1936 for 95 %: 0 to 3.689, 1.624 to 11.668 (5), 4.795 to 18.39 (10).
    const { beforeLow, beforeHigh, afterLow, afterHigh } = compare([[5, 8]], [[10, 8]]);
    const bounds = [beforeLow, beforeHigh, afterLow, afterHigh].map((bound) => bound / 65536.5);
    [1.624, 11.668, 4.795, 18.39].forEach((expected, at) => {
      expect(bounds[at]).toBeCloseTo(expected, 2);
    });
    const gone = compare([[5, 8]], []);
    expect(gone.afterLow).toBe(0);
    expect(gone.afterHigh / 65536.5).toBeCloseTo(3.689, 2);
  });

  it('of bytes end at the same height for any size of which nothing was drawn', () => {
    for (const size of [8, 4096, 1 << 19]) {
      const gone = compare([[5, size]], [], [1, 1], 1);
      expect(gone.afterHigh / PERIOD).toBeCloseTo(3.689, 2);
    }
  });

  it('hold what the profile says, which the writer cut off to whole numbers', () => {
    const halves: Drawn = Array.from({ length: 2000 }, (_, at) => [1, 600_000 + at]);
    const { beforeLow, beforeHigh } = compare(halves, halves);
    expect(beforeLow).toBe(2000);
    expect(beforeHigh).toBeGreaterThan(2000 / 0.68);
  });

  it('of the ratio leave out no change exactly when the test finds one', () => {
    const counts = fc.integer({ min: 0, max: 60 });
    const sizes = fc.constantFrom(8, 1024, 65536, 1 << 19, 1 << 20);
    const drawn = fc.array(fc.tuple(counts, sizes), { maxLength: 4 });
    fc.assert(
      fc.property(drawn, drawn, fc.constantFrom(0.1, 1, 3), (before, after, scale) => {
        const { ratioLow, ratioHigh, pValue } = compare(before, after, [1, scale]);
        if (Number.isNaN(ratioLow)) return;
        expect(ratioLow > 0 || ratioHigh < 0).toBe(pValue < 0.05);
      }),
    );
  });

  it('have no upper end for a row that may be new, and are unknown for one without draws', () => {
    const fresh = compare([], [[20, 8]]);
    expect(fresh.ratioHigh).toBe(Number.POSITIVE_INFINITY);
    expect(fresh.ratioLow).toBeGreaterThan(3);
    expect(compare([[20, 8]], []).ratioLow).toBe(-1);
    const none = compare([], []);
    expect([none.beforeLow, none.deltaHigh, none.ratioLow]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect([none.pValue, none.qValue, none.isTooFew]).toEqual([1, 1, 1]);
  });

  it('widen with the level', () => {
    const [before, after] = [row([[9, 8]]), row([[20, 8]])];
    const [low, high] = [0.9, 0.99].map((level) => only(compareRows(before, after, [1, 1], level)));
    expect(high?.deltaLow).toBeLessThan(low?.deltaLow ?? 0);
    expect(high?.ratioHigh).toBeGreaterThan(low?.ratioHigh ?? 0);
    expect(high?.pValue).toBe(low?.pValue);
  });
});

it('does not depend on the unit of scales', () => {
  const drawn = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 500 }), fc.constantFrom(8, 1024, 1 << 19)),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(drawn, drawn, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (one, two, unit) => {
      const plain = compare(one, two, [1, 0.5]);
      const scaled = compare(one, two, [unit, 0.5 * unit]);
      expect(scaled.pValue).toBeCloseTo(plain.pValue, 9);
      expect(scaled.isTooFew).toBe(plain.isTooFew);
      if (Number.isFinite(plain.ratioHigh)) {
        expect(scaled.ratioHigh).toBeCloseTo(plain.ratioHigh, 5 - Math.log10(1 + plain.ratioHigh));
      }
    }),
  );
});

describe('false discovery rates', () => {
  it('are Benjamini and Hochberg’s', () => {
    // Table 1 of their paper: four of fifteen hypotheses are rejected at 0.05.
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const q = falseDiscoveryRates(Float64Array.from(p), new Uint8Array(15).fill(1));
    expect(q.filter((rate) => rate <= 0.05)).toHaveLength(4);
    expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  });

  it('leave out rows that are not counted, and give equal rows equal rates', () => {
    const q = falseDiscoveryRates(
      Float64Array.from([0.02, 1, 0.02, 0.9]),
      Uint8Array.from([1, 0, 1, 1]),
    );
    expect(q[0]).toBeCloseTo(0.03, 12);
    expect(q[2]).toBe(q[0]);
    expect(q[1]).toBe(1);
  });
});
