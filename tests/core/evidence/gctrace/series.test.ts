import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectorFigures } from '../../../../src/core/evidence/gctrace/figures.ts';
import {
  collectionSeries,
  rateSeries,
  roundBinSeconds,
} from '../../../../src/core/evidence/gctrace/series.ts';
import { spanOfProcess, windowOf } from '../../../../src/core/evidence/gctrace/window.ts';
import { seedTrace } from '../../../helpers/gctrace.ts';

const trace = seedTrace('before');
const whole = spanOfProcess(trace, 0);

const spans = fc
  .tuple(
    fc.double({ min: -1, max: 18, noNaN: true }),
    fc.double({ min: 0.05, max: 5, noNaN: true }),
  )
  .map(([from, length]) => ({ from, to: from + length }));

test('the most and the least of all collections of a span are in its buckets', () => {
  const { heapEndMB, heapLiveMB, heapGoalMB } = trace.collections;
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 300 }), (span, buckets) => {
      const { firstRow, endRow } = windowOf(trace, 0, span);
      const series = collectionSeries(trace, 0, span, buckets);
      const known = (column: Float64Array) => column.filter((value) => !Number.isNaN(value));
      const rows = (column: Int32Array) => column.subarray(firstRow, endRow);
      expect(Math.max(...known(series.heapEndMostMB))).toBe(Math.max(...rows(heapEndMB)));
      expect(Math.max(...known(series.heapGoalMostMB))).toBe(Math.max(...rows(heapGoalMB)));
      expect(Math.min(...known(series.heapLiveLeastMB))).toBe(Math.min(...rows(heapLiveMB)));
      expect(known(series.pauseMostMillis).length).toBeLessThanOrEqual(endRow - firstRow);
    }),
  );
});

test('a bucket has the collections that began in it', () => {
  const series = collectionSeries(trace, 0, { from: 0.1, to: 0.2 }, 5);
  expect(
    Object.fromEntries(Object.entries(series).map(([name, column]) => [name, [...column]])),
  ).toMatchInlineSnapshot(`
    {
      "heapEndMostMB": [
        NaN,
        NaN,
        6,
        10,
        13,
      ],
      "heapGoalMostMB": [
        NaN,
        NaN,
        8,
        10,
        14,
      ],
      "heapLiveLeastMB": [
        NaN,
        NaN,
        5,
        6,
        7,
      ],
      "heapStartMostMB": [
        NaN,
        NaN,
        6,
        8,
        12,
      ],
      "pauseMostMillis": [
        NaN,
        NaN,
        0.135,
        0.214,
        0.105,
      ],
    }
  `);
});

test('the rates of bins add up to all collections and to all their CPU time', () => {
  const { collectionsPerSecond, cpuShare } = rateSeries(trace, 0, whole, 0.5);
  // The last bin has so little of the trace in it that it says nothing.
  expect([collectionsPerSecond.length, collectionsPerSecond.at(-1)]).toEqual([40, Number.NaN]);
  const told = windowOf(trace, 0, { from: 0, to: 19.5 });
  const sum = (column: Float64Array) =>
    column.subarray(0, -1).reduce((total, value) => total + value, 0);
  expect(sum(collectionsPerSecond) * 0.5).toBeCloseTo(told.endRow, 6);
  expect(sum(cpuShare) / 39).toBeCloseTo(collectorFigures(trace, told).cpuShare, 9);
});

test('lengths of bins are round, and as few fit into a span as are asked for', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.integer({ min: 1, max: 500 }),
      (seconds, bins) => {
        const length = roundBinSeconds(seconds, bins);
        expect(length.toExponential()).toMatch(/^[125]e/);
        expect(seconds / length).toBeLessThanOrEqual(bins * (1 + 1e-6));
        expect(seconds / length).toBeGreaterThan(bins / 2.5 - 1e-6);
      },
    ),
  );
  expect(roundBinSeconds(20, 100)).toBe(0.2);
});
