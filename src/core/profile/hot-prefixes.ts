import type { StackTree } from './stack-tree.ts';

/**
 * A small prefix tree of the prefixes that very many stacks share. Row 0 is the empty prefix; a parent
 * stands before its children. It is small enough to stay in the processor's first caches.
 */
export interface HotPrefixes {
  readonly length: number;
  /** Row of the prefix that is one location shorter; -1 for row 0. */
  readonly parent: Int32Array;
  /** Last location of the prefix; -1 for row 0. */
  readonly location: Int32Array;
  /** Rows; -1 is none. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /**
   * Open-addressed table of rows by `prefixSlot(parent, location)`; its length is a power of two and
   * -1 is an empty slot.
   */
  readonly slots: Int32Array;
}

/** Only the empty prefix. */
export const NO_HOT_PREFIXES: HotPrefixes = linkPrefixes(Int32Array.of(-1), Int32Array.of(-1));

/** The prefixes that at least `minUses` stacks of a tree share. */
export function findHotPrefixes({ stacks, stackOf }: StackTree, minUses: number): HotPrefixes {
  const uses = new Int32Array(stacks.length);
  for (let i = 0; i < stackOf.length; i++) if (stackOf[i] >= 0) uses[stackOf[i]]++;
  for (let row = stacks.length - 1; row > 0; row--) {
    if (stacks.parent[row] >= 0) uses[stacks.parent[row]] += uses[row];
  }

  const hotRow = new Int32Array(stacks.length);
  const parent = [-1];
  const location = [-1];
  for (let row = 0; row < stacks.length; row++) {
    if (uses[row] < minUses) continue;
    // The callers of a hot row have at least its uses, so they are hot and already here.
    const above = stacks.parent[row];
    hotRow[row] = parent.length;
    parent.push(above < 0 ? 0 : hotRow[above]);
    location.push(stacks.location[row]);
  }
  return linkPrefixes(Int32Array.from(parent), Int32Array.from(location));
}

function linkPrefixes(parent: Int32Array, location: Int32Array): HotPrefixes {
  const { length } = parent;
  const firstChild = new Int32Array(length).fill(-1);
  const nextSibling = new Int32Array(length).fill(-1);
  let slotCount = 2;
  while (slotCount < length * 4) slotCount *= 2;
  const slots = new Int32Array(slotCount).fill(-1);
  for (let row = 1; row < length; row++) {
    nextSibling[row] = firstChild[parent[row]];
    firstChild[parent[row]] = row;
    let at = prefixSlot(parent[row], location[row]) & (slotCount - 1);
    while (slots[at] >= 0) at = (at + 1) & (slotCount - 1);
    slots[at] = row;
  }
  return { length, parent, location, firstChild, nextSibling, slots };
}

/** Hash of a child; the low bits are good ones, since the high bits of a product by an odd number are. */
export function prefixSlot(parent: number, location: number): number {
  return (Math.imul(parent, 0x9e3779b1) ^ Math.imul(location, 0x85ebca6b)) >>> 10;
}
