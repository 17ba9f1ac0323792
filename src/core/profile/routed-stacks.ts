import type { HotPrefixes } from './hot-prefixes.ts';

/** Stacks grouped by the longest hot prefix that each has, and what each has after it. */
export interface RoutedStacks {
  readonly hot: HotPrefixes;
  /** `hot.length + 1` entries: the group of prefix p is [groupStart[p], groupStart[p + 1]). */
  readonly groupStart: Int32Array;
  /** For each stack of the groups, the index in `tails` of its first location after the prefix. */
  readonly cursor: Int32Array;
  /**
   * The locations after the prefixes, each stack's leaf first and those of a group near each other, so
   * that they are read from few cache lines. Before each stack's leaf stands the number of the stack,
   * as `~number`, which is negative.
   */
  readonly tails: Int32Array;
}
