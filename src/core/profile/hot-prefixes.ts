import { PrefixTable } from './prefix-table.ts';

/**
 * A small prefix tree of the prefixes that very many stacks share. Row 0 is the empty prefix; a parent
 * stands before its children. It is small enough to stay in the processor's first caches.
 */
export interface HotPrefixes {
  readonly length: number;
  /** Last location of the prefix; -1 for row 0. */
  readonly location: Int32Array;
  /** Rows; -1 is none. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** Finds the row of a longer prefix. */
  readonly children: PrefixTable;
}

/** Only the empty prefix. */
export const NO_HOT_PREFIXES = linkPrefixes(Int32Array.of(-1), Int32Array.of(-1), 1);

/** Links prefixes, given each one's parent row and last location. */
export function linkPrefixes(
  parent: Int32Array,
  location: Int32Array,
  locationCount: number,
): HotPrefixes {
  const { length } = parent;
  const firstChild = new Int32Array(length).fill(-1);
  const nextSibling = new Int32Array(length).fill(-1);
  const children = new PrefixTable(length, locationCount);
  for (let row = 1; row < length; row++) {
    nextSibling[row] = firstChild[parent[row]];
    firstChild[parent[row]] = row;
    children.add(parent[row], location[row], row);
  }
  return { length, location, firstChild, nextSibling, children };
}
