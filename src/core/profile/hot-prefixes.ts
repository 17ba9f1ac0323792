import { PrefixTable } from './prefix-table.ts';

/**
 * A small prefix tree of the prefixes that very many stacks share, in depth-first order, of siblings the
 * one with the most stacks first. Row 0 is the empty prefix. It is small enough to stay in the
 * processor's first caches.
 */
export interface HotPrefixes {
  readonly length: number;
  /** Row of the prefix that is shorter by one location; -1 for row 0. */
  readonly parent: Int32Array;
  /** Last location of the prefix; -1 for row 0. */
  readonly location: Int32Array;
  /**
   * The location by which most stacks go on, to the next row; -1 where none is hot. Nine of ten steps
   * are such ones, and take no look into a table.
   */
  readonly expected: Int32Array;
  /** Finds the row of a longer prefix. */
  readonly children: PrefixTable;
}

/** Only the empty prefix. */
export const NO_HOT_PREFIXES = indexPrefixes(Int32Array.of(-1), Int32Array.of(-1), 1);

/** Makes prefixes fast to follow, given their rows in the order that they are to have. */
export function indexPrefixes(
  parent: Int32Array,
  location: Int32Array,
  locationCount: number,
): HotPrefixes {
  const { length } = parent;
  const expected = new Int32Array(length).fill(-1);
  const children = new PrefixTable(length, locationCount);
  for (let row = 1; row < length; row++) {
    if (parent[row] === row - 1) expected[row - 1] = location[row];
    children.add(parent[row], location[row], row);
  }
  return { length, parent, location, expected, children };
}
