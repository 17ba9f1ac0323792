import { type HotPrefixes, linkPrefixes } from './hot-prefixes.ts';
import { MAX_KEY } from './prefix-table.ts';
import type { StackTree } from './stack-tree.ts';

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
