import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCoarse } from '../../../../src/core/evidence/gctrace/coarse.ts';
import {
  type CollectorFigures,
  collectorFigures,
  type FigureName,
} from '../../../../src/core/evidence/gctrace/figures.ts';
import { Ordered } from '../../../../src/core/evidence/gctrace/quantiles.ts';
import { spanOfProcess, windowOf } from '../../../../src/core/evidence/gctrace/window.ts';
import { readTrace, seedFile, seedTrace } from '../../../helpers/gctrace.ts';

/** A collection a second that the program allocates ten MB in, on two processors. */
const STEADY = [1, 2, 3, 4]
  .map(
    (second) =>
      `gc ${second} @${second}.000s 1%: 1.0+8.0+1.0 ms clock, 2.0+4.0/12/6.0+2.0 ms cpu, ` +
      `${second + 8}->${second + 9}->${second} MB, ${second + 9} MB goal, 2 P${second === 4 ? ' (forced)' : ''}`,
  )
  .join('\n');

const figuresOf = (text: string) => {
  const { trace } = readTrace(text);
  return collectorFigures(trace, windowOf(trace, null, null));
};

/** Figures a line each, coarse ones with a tilde. */
const drawFigures = (figures: CollectorFigures) =>
  Object.entries(figures)
    .map(([name, value]) => {
      const mark = isCoarse(figures, name as FigureName) ? '~' : '';
      return `${name} ${mark}${Number(value.toPrecision(5))}`;
    })
    .join('\n');

test('of a trace that can be worked out by hand', () => {
  expect(drawFigures(figuresOf(STEADY))).toMatchInlineSnapshot(`
    "collections 4
    seconds 4.01
    collectionsPerSecond 0.99751
    intervalMedianMillis 1000
    pauseMedianMillis 2
    pauseP95Millis 2
    pauseP99Millis 2
    pauseMostMillis 2
    pauseMillisPerSecond 1.995
    heapStartMedianMB ~10
    heapStartMostMB ~12
    heapEndMedianMB ~11
    heapEndMostMB ~13
    heapLiveMedianMB ~2
    heapLiveMostMB ~4
    heapGoalMedianMB ~11
    heapGoalMostMB ~13
    overGoalShare 0
    allocatedMBPerSecond ~10
    assistShare 0.25
    cpuShare 0.0099751
    idleCpuShare 0.0029925
    forcedShare 0.25"
  `);
});

test('of a real service before and after its allocations were reduced', () => {
  expect(drawFigures(figuresOf(seedFile('before', 'gctrace-full.log')))).toMatchInlineSnapshot(`
    "collections 774
    seconds 19.576
    collectionsPerSecond 39.539
    intervalMedianMillis 25
    pauseMedianMillis 0.179
    pauseP95Millis 0.679
    pauseP99Millis 0.93
    pauseMostMillis 1.33
    pauseMillisPerSecond 9.4471
    heapStartMedianMB 21
    heapStartMostMB 27
    heapEndMedianMB 22
    heapEndMostMB 29
    heapLiveMedianMB ~12
    heapLiveMostMB ~15
    heapGoalMedianMB 24
    heapGoalMostMB 32
    overGoalShare 0.0064599
    allocatedMBPerSecond ~408.76
    assistShare 0.22156
    cpuShare 0.097913
    idleCpuShare 0.061047
    forcedShare 0.002584"
  `);
  expect(drawFigures(figuresOf(seedFile('after', 'gctrace-full.log')))).toMatchInlineSnapshot(`
    "collections 453
    seconds 15.668
    collectionsPerSecond 28.912
    intervalMedianMillis 34
    pauseMedianMillis 0.164
    pauseP95Millis 0.694
    pauseP99Millis 0.802
    pauseMostMillis 1.104
    pauseMillisPerSecond 7.1209
    heapStartMedianMB 22
    heapStartMostMB 26
    heapEndMedianMB 23
    heapEndMostMB 27
    heapLiveMedianMB ~12
    heapLiveMostMB ~14
    heapGoalMedianMB 25
    heapGoalMostMB 30
    overGoalShare 0.0022075
    allocatedMBPerSecond ~308.14
    assistShare 0.22951
    cpuShare 0.060429
    idleCpuShare 0.036789
    forcedShare 0.004415"
  `);
});

describe('held against runtime.MemStats of the same runs', () => {
  const runs = ['before', 'after'].flatMap((side) => [
    [side, 'gctrace.log', 'stats-end.json'] as const,
    [side, 'gctrace-full.log', 'stats-final.json'] as const,
  ]);
  test.each(runs)('%s, %s', (side, log, stats) => {
    const truth = JSON.parse(seedFile(side as 'before' | 'after', stats));
    const figures = figuresOf(seedFile(side as 'before' | 'after', log));
    expect(figures.collections).toBe(truth.num_gc);
    // Go cuts the times that it prints, to two digits where they are under 10 ms.
    const pauseMillis = figures.pauseMillisPerSecond * figures.seconds;
    expect(pauseMillis).toBeLessThan(truth.pause_total_ns / 1e6);
    expect(pauseMillis).toBeGreaterThan((truth.pause_total_ns / 1e6) * 0.98);
    // MemStats counts of a stop what the processors stood still, the trace all of it.
    expect(figures.cpuShare / truth.gc_cpu_fraction).toBeCloseTo(1.03, 1);
    const allocatedBytes = figures.allocatedMBPerSecond * figures.seconds * 2 ** 20;
    expect(allocatedBytes / truth.total_alloc).toBeGreaterThan(1);
    expect(allocatedBytes / truth.total_alloc).toBeLessThan(1.09);
  });
});

test('the share of the CPU up to each collection is what Go prints at it', () => {
  for (const side of ['before', 'after'] as const) {
    const trace = seedTrace(side);
    const { startSeconds, cumulativePercent } = trace.collections;
    for (const [row, start] of startSeconds.entries()) {
      // What went before the start of the process weighs in the first moments; of the rest every seventh will do.
      if (start < 0.1 || row % 7 !== 0) continue;
      const upTo = windowOf(trace, 0, { from: 0, to: start + 0.0001 });
      const percent = Math.trunc(collectorFigures(trace, upTo).cpuShare * 100);
      expect(
        Math.abs(percent - (cumulativePercent[row] ?? -9)),
        `collection ${row + 1}`,
      ).toBeLessThan(2);
    }
  }
});

describe('windows', () => {
  const trace = seedTrace('before');
  const seconds = fc.double({ min: 0, max: 20, noNaN: true });

  test('parts of a process add up to it', () => {
    fc.assert(
      fc.property(fc.array(seconds, { maxLength: 6 }), (cuts) => {
        const edges = [Number.NEGATIVE_INFINITY, ...cuts.sort((a, b) => a - b), 1e9];
        const windows = edges
          .slice(1)
          .map((to, at) => windowOf(trace, 0, { from: edges[at] ?? 0, to }));
        const sum = (pick: (window: (typeof windows)[number]) => number) =>
          windows.reduce((total, window) => total + pick(window), 0);
        const whole = windowOf(trace, null, null);
        expect(sum(({ firstRow, endRow }) => endRow - firstRow)).toBe(774);
        expect(sum((window) => window.seconds)).toBeCloseTo(whole.seconds, 9);
        expect(sum((window) => window.cpuSeconds)).toBeCloseTo(whole.cpuSeconds, 9);
      }),
    );
  });

  test('hold the collections that began in them, and no others', () => {
    fc.assert(
      fc.property(seconds, seconds, (from, to) => {
        const { startSeconds } = trace.collections;
        const { firstRow, endRow } = windowOf(trace, 0, { from, to: Math.max(from, to) });
        const expected = startSeconds.filter((start) => start >= from && start < to);
        expect(startSeconds.slice(firstRow, endRow)).toEqual(expected);
      }),
    );
  });

  test('outside of what is known have no figures, not zeros', () => {
    const window = windowOf(trace, 0, { from: 50, to: 60 });
    const { collections, collectionsPerSecond, pauseP99Millis, cpuShare } = collectorFigures(
      trace,
      window,
    );
    expect({ collections, collectionsPerSecond, pauseP99Millis, cpuShare }).toEqual({
      collections: 0,
      collectionsPerSecond: Number.NaN,
      pauseP99Millis: Number.NaN,
      cpuShare: Number.NaN,
    });
  });

  test('of a program that changes its processors count those there were', () => {
    const text = STEADY.replace(/2 P\n(gc 3)/, '2 P\n$1').replace(/(gc 3 .*), 2 P/, '$1, 6 P');
    const { trace } = readTrace(text);
    expect(windowOf(trace, 0, { from: 0, to: 4 }).cpuSeconds).toBe(2 + 2 + 2 + 6);
    expect(windowOf(trace, 0, { from: 2.5, to: 3.5 }).cpuSeconds).toBe(1 + 3);
  });

  test('begin with the first line where the log does not begin with the process', () => {
    const rest = readTrace(STEADY.split('\n').slice(2).join('\n')).trace;
    expect(spanOfProcess(rest, 0)).toEqual({ from: 3, to: 4.01 });
    expect(spanOfProcess(readTrace(STEADY).trace, 0)).toEqual({ from: 0, to: 4.01 });
  });
});

test('several processes are no interval and no allocation apart', () => {
  const once = figuresOf(STEADY);
  const twice = figuresOf(`${STEADY}\n${STEADY}`);
  const { collections, seconds, ...rest } = once;
  expect(twice).toEqual({ collections: collections * 2, seconds: seconds * 2, ...rest });
});

test('a quantile is a value of which as many as asked are not greater', () => {
  const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 100 }), (all, percent) => {
      const quantile = new Ordered(all).quantile(percent / 100);
      expect(all).toContain(quantile);
      const notGreater = all.filter((value) => value <= quantile).length;
      const less = all.filter((value) => value < quantile).length;
      expect(notGreater * 100).toBeGreaterThanOrEqual(percent * all.length);
      expect(less * 100).toBeLessThan(percent * all.length);
    }),
  );
  expect(new Ordered([]).median).toBeNaN();
});
