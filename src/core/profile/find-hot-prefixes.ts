import { type HotPrefixes, indexPrefixes } from './hot-prefixes.ts';
import { MAX_KEY } from './prefix-table.ts';
import type { StackTree } from './stack-tree.ts';

/**
 * The prefixes that at least `minUses` stacks of a tree share, or fewer where a profile has so many
 * locations that the keys of their table would not fit.
 */
export function findHotPrefixes({ stacks, stackOf }: StackTree, minUses: number): HotPrefixes {
  const uses = new Int32Array(stacks.length);
  for (let i = 0; i < stackOf.length; i++) if (stackOf[i] >= 0) uses[stackOf[i]]++;
  for (let row = stacks.length - 1; row > 0; row--) {
    if (stacks.parent[row] >= 0) uses[stacks.parent[row]] += uses[row];
  }

  const locationCount = stacks.location.reduce((most, location) => Math.max(most, location), 0) + 1;
  const most = Math.floor(MAX_KEY / locationCount);
  let least = minUses;
  let hot = rowsWithUses(uses, least);
  while (hot.length >= most) {
    least *= 2;
    hot = rowsWithUses(uses, least);
  }

  // Each is put before its siblings so far, so the list of children begins with the fewest uses. The
  // caller of a hot row has at least its uses, so it is hot as well.
  const none = stacks.length;
  const firstChild = new Int32Array(stacks.length + 1).fill(none);
  const nextSibling = new Int32Array(stacks.length);
  for (const row of hot.sort((a, b) => uses[b] - uses[a])) {
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
}

function rowsWithUses(uses: Int32Array, least: number): number[] {
  const rows: number[] = [];
  // By index: most rows have too few, and an iterator would take longer than all else here.
  for (let row = 0; row < uses.length; row++) if (uses[row] >= least) rows.push(row);
  return rows;
}
