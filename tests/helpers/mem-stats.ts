import type { MemStats } from '../../src/core/profile/mem-stats.ts';

/** What a runtime may have counted, with what is given. */
export function memStatsOf(given: Partial<MemStats> = {}): MemStats {
  return {
    mallocs: 1000n,
    frees: 900n,
    totalAllocBytes: 64_000n,
    heapObjects: 100n,
    heapAllocBytes: 6400n,
    sysBytes: 2n ** 20n,
    heapSysBytes: 2n ** 19n,
    heapInuseBytes: 2n ** 18n,
    heapIdleBytes: 2n ** 18n,
    heapReleasedBytes: 0n,
    stackInuseBytes: 2n ** 15n,
    stackSysBytes: 2n ** 15n,
    nextGCBytes: 2n ** 22n,
    numGC: 3,
    numForcedGC: 0,
    gcCpuFraction: 0.01,
    maxRssBytes: null,
    pauses: { nanos: Float64Array.of(300, 100, 200), endNanos: BigInt64Array.of(1n, 2n, 3n) },
    ...given,
  };
}
