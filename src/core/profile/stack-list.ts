import type { StackTable } from './profile.ts';

/** Stacks as ranges of one column of locations, leaf first as in pprof's files. */
export interface StackList {
  /** Number of stacks. */
  readonly length: number;
  /** `length + 1` entries: stack i is locations[start[i]] (leaf) to locations[start[i + 1] - 1] (root). */
  readonly start: Int32Array;
  readonly locations: Int32Array;
  /** Every location is in [0, locationCount). */
  readonly locationCount: number;
}

/** A prefix tree, and for each stack of the list its row there (-1 for an empty stack). */
export interface StackTree {
  readonly stacks: StackTable;
  readonly stackOf: Int32Array;
}
