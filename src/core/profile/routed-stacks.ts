import type { HotPrefixes } from './hot-prefixes.ts';

/** Stacks grouped by the longest hot prefix that each has, and what each has after it. */
export interface RoutedStacks {
  readonly hot: HotPrefixes;
  /** Every location is in [0, locationCount). */
  readonly locationCount: number;
  /** `hot.length + 1` entries: the group of prefix p is [groupStart[p], groupStart[p + 1]). */
  readonly groupStart: Int32Array;
  /** Stacks, in the order in which they were added within a group. */
  readonly member: Int32Array;
  /**
   * The locations after the prefixes, each stack's leaf first, those of a group together so that they
   * are read from few cache lines. `END_OF_STACK` stands before each.
   */
  readonly tails: Int32Array;
  /** For each member, the index in `tails` of its first location after the prefix. */
  readonly cursor: Int32Array;
}

/** What a cursor meets in `tails` when it has passed the leaf. */
export const END_OF_STACK = -1;
