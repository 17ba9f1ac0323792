import { createStore } from 'zustand/vanilla';
import type { PatternSource } from '../../core/text/pattern.ts';
import type { BenchmarkOrder } from '../../words/evidence/benchmark-lines.ts';

/** What of benchmarks is looked at. */
export interface BenchmarksState {
  /** One unit; null for all. */
  readonly unit: string | null;
  readonly filter: PatternSource;
  readonly order: BenchmarkOrder;
  readonly isDescending: boolean;
  /** Settings that do not keep results apart. */
  readonly ignoredKeys: readonly string[];
}

export type BenchmarksStore = ReturnType<typeof createBenchmarks>;

/** The store of what of benchmarks is looked at. */
export const createBenchmarks = () =>
  createStore<BenchmarksState>(() => ({
    unit: null,
    filter: { text: '', regex: false, caseSensitive: false },
    order: 'file',
    isDescending: false,
    ignoredKeys: [],
  }));

/** Ignores a setting, or heeds it again. */
export function toggleKey(store: BenchmarksStore, key: string): void {
  store.setState(({ ignoredKeys }) => ({
    ignoredKeys: ignoredKeys.includes(key)
      ? ignoredKeys.filter((other) => other !== key)
      : [...ignoredKeys, key],
  }));
}
