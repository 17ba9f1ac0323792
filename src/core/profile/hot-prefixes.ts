import { MAX_KEY, PrefixTable } from './prefix-table.ts';
import type { StackTree } from './stack-tree.ts';

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

/**
 * The prefixes that at least `minUses` stacks of a tree share, or fewer where a profile has so many
 * locations that the keys of their table would not fit. Every location is in [0, locationCount).
 */
export function findHotPrefixes(
  { stacks, stackOf }: StackTree,
  minUses: number,
  locationCount: number,
): HotPrefixes {
  const uses = new Int32Array(stacks.length);
  for (let i = 0; i < stackOf.length; i++) if (stackOf[i] >= 0) uses[stackOf[i]]++;
  for (let row = stacks.length - 1; row > 0; row--) {
    if (stacks.parent[row] >= 0) uses[stacks.parent[row]] += uses[row];
  }

  const most = Math.floor(MAX_KEY / Math.max(1, locationCount));
  let least = minUses;
  while (uses.reduce((count, use) => count + (use >= least ? 1 : 0), 1) > most) least *= 2;

  const hotRow = new Int32Array(stacks.length);
  const parent = [-1];
  const location = [-1];
  for (let row = 0; row < stacks.length; row++) {
    if (uses[row] < least) continue;
    // The callers of a hot row have at least its uses, so they are hot and already here.
    const above = stacks.parent[row];
    hotRow[row] = parent.length;
    parent.push(above < 0 ? 0 : hotRow[above]);
    location.push(stacks.location[row]);
  }
  return linkPrefixes(Int32Array.from(parent), Int32Array.from(location), locationCount);
}

function linkPrefixes(
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
