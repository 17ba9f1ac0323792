/**
 * What Go's runtime counted and measured since the process started, nothing of it sampled: `runtime.MemStats`, as
 * it stands at the end of /debug/pprof/heap?debug=1. https://pkg.go.dev/runtime#MemStats says what each means.
 * Counts of long runs are beyond 2^53, so they are bigints.
 */
export interface MemStats {
  /** Objects allocated, and freed. */
  readonly mallocs: bigint;
  readonly frees: bigint;
  /** Bytes of all objects allocated, freed or not. */
  readonly totalAllocBytes: bigint;
  /** Objects that are reachable, or not swept yet, and their bytes. */
  readonly heapObjects: bigint;
  readonly heapAllocBytes: bigint;
  /** Memory had from the operating system in all, and for the heap: in spans with objects, without, given back. */
  readonly sysBytes: bigint;
  readonly heapSysBytes: bigint;
  readonly heapInuseBytes: bigint;
  readonly heapIdleBytes: bigint;
  readonly heapReleasedBytes: bigint;
  /** Memory for stacks that is in use, and had from the operating system. */
  readonly stackInuseBytes: bigint;
  readonly stackSysBytes: bigint;
  /** Heap size at which the next collection begins. */
  readonly nextGCBytes: bigint;
  /** Collections that were completed, and how many of them the program asked for; null before Go 1.9. */
  readonly numGC: number;
  readonly numForcedGC: number | null;
  /** Share of all processor time since the start that the collector used, from 0 to 1; null before Go 1.9. */
  readonly gcCpuFraction: number | null;
  /** Most memory that the process had resident; null where the platform does not tell. */
  readonly maxRssBytes: bigint | null;
  readonly pauses: Pauses;
}

/** The last collections, at most 256 of them, oldest first. */
export interface Pauses {
  /** For how long the world was stopped during the collection. */
  readonly nanos: Float64Array;
  /** When the last stop of it ended, in nanoseconds since 1970-01-01 UTC. */
  readonly endNanos: BigInt64Array;
}

/**
 * Brings the runtime's rings of pauses into order. The most recent collection stands at [(numGC + 255) % 256];
 * places that no collection has used yet are 0.
 */
export function pausesInOrder(
  numGC: number,
  nanosRing: readonly bigint[],
  endNanosRing: readonly bigint[],
): Pauses {
  const places = Math.min(nanosRing.length, endNanosRing.length);
  const count = Math.min(numGC, places);
  const nanos = new Float64Array(count);
  const endNanos = new BigInt64Array(count);
  for (let at = 0; at < count; at++) {
    const place = (numGC - count + at) % places;
    nanos[at] = Number(nanosRing[place]);
    endNanos[at] = endNanosRing[place];
  }
  return { nanos, endNanos };
}
