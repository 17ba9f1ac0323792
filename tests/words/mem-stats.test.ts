import { describe, expect, it } from 'vitest';
import { countedTotals } from '../../src/words/counted-totals.ts';
import { lastCollectionMillis, memStatsFacts } from '../../src/words/mem-stats.ts';
import { memStatsPair } from '../../src/words/mem-stats-pair.ts';
import { memStatsOf } from '../helpers/mem-stats.ts';

const noPauses = { nanos: new Float64Array(0), endNanos: new BigInt64Array(0) };

describe('memStatsFacts', () => {
  const lines = (stats: Parameters<typeof memStatsOf>[0]) =>
    memStatsFacts(memStatsOf(stats)).map(({ label, text }) => `${label}: ${text}`);

  it('says in words what was counted', () => {
    expect(lines({ numGC: 400, numForcedGC: 1, maxRssBytes: 2n ** 21n })).toMatchInlineSnapshot(`
      [
        "allocated: 1,000 objects, 62.5 KiB",
        "live: 100 objects, 6.25 KiB",
        "collections: 400, 1 of them forced",
        "pauses: p50 200 ns, p99 300 ns, longest 300 ns, 600 ns in all, of the last 3",
        "GC CPU: 1.0%",
        "memory: 1 MiB from the system, at most 2 MiB resident",
      ]
    `);
  });

  it('has all digits, and leaves out what is not known', () => {
    expect(
      lines({
        mallocs: 9_007_199_254_740_993n,
        heapObjects: 1n,
        numGC: 0,
        numForcedGC: null,
        gcCpuFraction: null,
        pauses: noPauses,
      }),
    ).toMatchInlineSnapshot(`
      [
        "allocated: 9,007,199,254,740,993 objects, 62.5 KiB",
        "live: 1 object, 6.25 KiB",
        "collections: 0",
        "pauses: ",
        "GC CPU: ",
        "memory: 1 MiB from the system",
      ]
    `);
  });
});

describe('memStatsPair', () => {
  it('sets both sides beside each other, each figure that either has', () => {
    const before = memStatsOf();
    const after = memStatsOf({ mallocs: 500n, numGC: 0, gcCpuFraction: null, pauses: noPauses });
    const rows = (one: typeof before | null, other: typeof before | null) =>
      memStatsPair(one, other).map((row) => Object.values(row).join(' | '));
    expect(rows(before, after)).toMatchInlineSnapshot(`
      [
        "objects | 1,000 | 500 | −50.0%",
        "bytes | 62.5 KiB | 62.5 KiB | 0%",
        "collections | 3 | 0 | −100%",
        "pause p50 | 200 ns |  | ",
        "pause p99 | 300 ns |  | ",
        "longest | 300 ns |  | ",
        "GC CPU | 1.0% |  | ",
      ]
    `);
    expect(rows(null, after)).toMatchInlineSnapshot(`
      [
        "objects |  | 500 | ",
        "bytes |  | 62.5 KiB | ",
        "collections |  | 0 | ",
      ]
    `);
    expect(rows(null, null)).toEqual([]);
  });
});

describe('countedTotals', () => {
  const [before, after] = [memStatsOf(), memStatsOf({ mallocs: 500n, totalAllocBytes: 6400n })];

  it('is about all allocations alone, and scaled as values are shown', () => {
    expect(countedTotals('alloc_objects', before, after)).toEqual({ before: 1000, after: 500 });
    expect(countedTotals('alloc_space', before, after, [0.1, 0.01])).toEqual({
      before: 6400,
      after: 64,
    });
  });

  it.each(['inuse_objects', 'cpu', 'constructor'])('is not there for %s', (type) => {
    expect(countedTotals(type, before, after)).toBeNull();
  });

  it('is not there where a side has none', () => {
    expect(countedTotals('alloc_objects', before, null)).toBeNull();
    expect(countedTotals('alloc_objects', null, after)).toBeNull();
  });
});

it('lastCollectionMillis is the end of the last pause', () => {
  const endNanos = BigInt64Array.of(1n, 1_795_446_248_405_219_087n);
  const pauses = { nanos: Float64Array.of(1, 2), endNanos };
  expect(lastCollectionMillis(memStatsOf({ pauses }))).toBe(1_795_446_248_405);
  expect(lastCollectionMillis(memStatsOf({ pauses: noPauses }))).toBeNull();
});
