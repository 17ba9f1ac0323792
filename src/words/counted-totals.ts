import type { MemStats } from '../core/profile/mem-stats.ts';

/** Allocations of both sides as the runtime counted them since each start, nothing of it sampled. */
export interface CountedTotals {
  readonly before: number;
  readonly after: number;
}

/**
 * What the runtime counted of a sample type that is about all allocations, times what values of each side are
 * multiplied with to be shown; null for other sample types, or where a side has none of it.
 */
export function countedTotals(
  type: string,
  before: MemStats | null,
  after: MemStats | null,
  [scaleBefore, scaleAfter]: readonly [before: number, after: number] = [1, 1],
): CountedTotals | null {
  const count = Object.hasOwn(COUNTS, type) ? COUNTS[type] : undefined;
  if (count === undefined || before === null || after === null) return null;
  return {
    before: Number(count(before)) * scaleBefore,
    after: Number(count(after)) * scaleAfter,
  };
}

const COUNTS: Readonly<Record<string, (stats: MemStats) => bigint>> = {
  alloc_objects: ({ mallocs }) => mallocs,
  alloc_space: ({ totalAllocBytes }) => totalAllocBytes,
};
