import { describe, expect, it } from 'vitest';
import { pausesInOrder } from '../../../src/core/profile/mem-stats.ts';
import { readTextProfile } from '../../helpers/text-profile.ts';

describe('pausesInOrder', () => {
  /** A ring as the runtime has it: the pause of the nth collection is n. */
  function ring(collections: number): bigint[] {
    const places = new Array<bigint>(256).fill(0n);
    for (let n = 1; n <= collections; n++) places[(n + 255) % 256] = BigInt(n);
    return places;
  }

  it.each([
    [0, 0, undefined, undefined],
    [1, 1, 1, 1],
    [255, 255, 1, 255],
    [256, 256, 1, 256],
    [257, 256, 2, 257],
    [1000, 256, 745, 1000],
  ])('of %i collections has the last %i, from %s to %s', (collections, count, first, last) => {
    const { nanos, endNanos } = pausesInOrder(collections, ring(collections), ring(collections));
    expect(nanos.length).toBe(count);
    expect(nanos[0]).toBe(first);
    expect(nanos.at(-1)).toBe(last);
    expect([...nanos]).toEqual([...nanos].sort((a, b) => a - b));
    expect([...endNanos].map(Number)).toEqual([...nanos]);
  });

  it('has nothing where the rings are missing', () => {
    expect(pausesInOrder(7, [], []).nanos).toHaveLength(0);
  });
});

describe('the MemStats of a heap text', () => {
  const header = 'heap profile: 1: 8 [1: 8] @ heap/2\n1: 8 [1: 8] @ 0x11\n\n';
  const rows = [
    '# runtime.MemStats',
    '# Alloc = 1',
    '# TotalAlloc = 18446744073709551615',
    '# Sys = 3',
    '# Lookups = 0',
    '# Mallocs = 9007199254740993',
    '# Frees = 5',
    '# HeapAlloc = 6',
    '# HeapSys = 7',
    '# HeapIdle = 8',
    '# HeapInuse = 9',
    '# HeapReleased = 10',
    '# HeapObjects = 11',
    '# Stack = 12 / 13',
    '# MSpan = 14 / 15',
    '# NextGC = 16',
    '# LastGC = 1795446248405219087',
    '# PauseNs = [30 10 20 0]',
    '# PauseEnd = [1795446248405219087 1 2 0]',
    '# NumGC = 5',
  ];

  it('are kept with all their digits, without what an old version of Go does not write', () => {
    const { memStats, warnings } = readTextProfile(header + rows.join('\n'));
    expect(warnings).toEqual([]);
    expect(memStats).toMatchInlineSnapshot(`
      {
        "frees": 5n,
        "gcCpuFraction": null,
        "heapAllocBytes": 6n,
        "heapIdleBytes": 8n,
        "heapInuseBytes": 9n,
        "heapObjects": 11n,
        "heapReleasedBytes": 10n,
        "heapSysBytes": 7n,
        "mallocs": 9007199254740993n,
        "maxRssBytes": null,
        "nextGCBytes": 16n,
        "numForcedGC": null,
        "numGC": 5,
        "pauses": {
          "endNanos": BigInt64Array {
            "0": 1n,
            "1": 2n,
            "2": 0n,
            "3": 1795446248405219087n,
          },
          "nanos": Float64Array [
            10,
            20,
            0,
            30,
          ],
        },
        "stackInuseBytes": 12n,
        "stackSysBytes": 13n,
        "sysBytes": 3n,
        "totalAllocBytes": 18446744073709551615n,
      }
    `);
  });

  it('have what newer versions of Go write', () => {
    const newer = ['# NumForcedGC = 2', '# GCCPUFraction = 1.5e-05', '# MaxRSS = 40218624'];
    const { memStats } = readTextProfile(header + [...rows, ...newer].join('\n'));
    expect(memStats).toMatchObject({
      numForcedGC: 2,
      gcCpuFraction: 0.000015,
      maxRssBytes: 40218624n,
    });
  });

  it('are left out with a warning where they break off', () => {
    const { memStats, warnings } = readTextProfile(header + rows.slice(0, -1).join('\n'));
    expect(memStats).toBeNull();
    expect(warnings).toEqual([
      'Its runtime.MemStats are not whole, so they are left out: it breaks off there, or was changed.',
    ]);
  });
});
