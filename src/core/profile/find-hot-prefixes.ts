import { type HotPrefixes, indexPrefixes } from './hot-prefixes.ts';
import { MAX_KEY } from './prefix-table.ts';
import type { StackTree } from './stack-tree.ts';

/** So many rows fit the first caches, with the table to find them. */
const MAX_PREFIXES = 1 << 14;

/**
 * The prefixes that at least `minUses` of the first stacks of a tree share, or fewer prefixes where these would be too
 * many. They do not depend on the stacks after the first `count`.
 */
export function findHotPrefixes(
  { stacks, stackOf }: StackTree,
  count: number,
  minUses: number,
): HotPrefixes {
  const uses = new Int32Array(stacks.length);
  for (let i = 0; i < count; i++) if (stackOf[i] >= 0) uses[stackOf[i]]++;
  for (let row = stacks.length - 1; row > 0; row--) {
    if (stacks.parent[row] >= 0) uses[stacks.parent[row]] += uses[row];
  }

  let least = minUses;
  let hot = rowsWithUses(uses, least);
  let locationCount = countLocations(hot);
  while (hot.length >= Math.min(MAX_PREFIXES, Math.floor(MAX_KEY / locationCount))) {
    least *= 2;
    hot = rowsWithUses(uses, least);
    locationCount = countLocations(hot);
  }

  // Each is put before its siblings so far, so the list of children begins with the fewest uses. The
  // caller of a hot row has at least its uses, so it is hot as well.
  const none = stacks.length;
  const firstChild = new Int32Array(stacks.length + 1).fill(none);
  const nextSibling = new Int32Array(stacks.length);
  const byUses = (a: number, b: number) =>
    uses[b] - uses[a] || stacks.location[a] - stacks.location[b];
  for (const row of hot.sort(byUses)) {
    const above = stacks.parent[row] < 0 ? none : stacks.parent[row];
    nextSibling[row] = firstChild[above];
    firstChild[above] = row;
  }

  const parent = [-1];
  const location = [-1];
  const place = new Int32Array(stacks.length);
  const pending: number[] = [];
  const expand = (row: number) => {
    for (let child = firstChild[row]; child !== none; child = nextSibling[child]) {
      pending.push(child);
    }
  };
  expand(none);
  for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
    place[row] = parent.length;
    parent.push(stacks.parent[row] < 0 ? 0 : place[stacks.parent[row]]);
    location.push(stacks.location[row]);
    expand(row);
  }
  return indexPrefixes(Int32Array.from(parent), Int32Array.from(location), locationCount);

  /** How many locations there are up to the last one of these rows. */
  function countLocations(rows: readonly number[]): number {
    return rows.reduce((most, row) => Math.max(most, stacks.location[row]), 0) + 1;
  }
}

function rowsWithUses(uses: Int32Array, least: number): number[] {
  const rows: number[] = [];
  // By index: most rows have too few, and an iterator would take longer than all else here.
  for (let row = 0; row < uses.length; row++) if (uses[row] >= least) rows.push(row);
  return rows;
}
