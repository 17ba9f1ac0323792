import type { StackList, StackTree } from './stack-list.ts';

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
  /** Open-addressed table of children; its length is a power of two. -1 is an empty slot. */
  readonly slot: Int32Array;
  /** Row of the parent of each row, to tell the children in the table apart. */
  readonly parent: Int32Array;
}

/** Only the empty prefix. */
export const NO_HOT_PREFIXES: HotPrefixes = {
  length: 1,
  location: Int32Array.of(-1),
  firstChild: Int32Array.of(-1),
  nextSibling: Int32Array.of(-1),
  slot: Int32Array.of(-1, -1),
  parent: Int32Array.of(-1),
};

/** Every so manieth stack is looked at to find hot prefixes; */
const SAMPLE_EVERY = 64;
/** and a prefix is hot that so many of them share: then about a thousand of all the stacks do. */
const HOT_SAMPLES = 16;

/** The hot prefixes of a list, from every 64th stack. */
export function findHotPrefixes(
  list: StackList,
  fold: (list: StackList, hot: HotPrefixes) => StackTree,
): HotPrefixes {
  const { stacks, stackOf } = fold(everyNth(list, SAMPLE_EVERY), NO_HOT_PREFIXES);
  const uses = new Int32Array(stacks.length);
  for (let i = 0; i < stackOf.length; i++) if (stackOf[i] >= 0) uses[stackOf[i]]++;
  for (let row = stacks.length - 1; row > 0; row--) {
    if (stacks.parent[row] >= 0) uses[stacks.parent[row]] += uses[row];
  }

  const hotRow = new Int32Array(stacks.length);
  const parent = [-1];
  const location = [-1];
  for (let row = 0; row < stacks.length; row++) {
    if (uses[row] < HOT_SAMPLES) continue;
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
  let slots = 2;
  while (slots < length * 4) slots *= 2;
  const slot = new Int32Array(slots).fill(-1);
  for (let row = 1; row < length; row++) {
    nextSibling[row] = firstChild[parent[row]];
    firstChild[parent[row]] = row;
    let at = hash(parent[row], location[row]) & (slots - 1);
    while (slot[at] >= 0) at = (at + 1) & (slots - 1);
    slot[at] = row;
  }
  return { length, location, firstChild, nextSibling, slot, parent };
}

/** Stacks grouped by the longest hot prefix that each has. */
export interface RoutedStacks {
  /** `hot.length + 1` entries: the group of prefix p is [groupStart[p], groupStart[p + 1]). */
  readonly groupStart: Int32Array;
  /** Stacks, in list order within a group. */
  readonly member: Int32Array;
  /** For each member, the index in `locations` of its first location after the prefix. */
  readonly cursor: Int32Array;
}

/** Leads every stack past its hot prefixes. Empty stacks stay in the group of the empty prefix. */
export function routeStacks(list: StackList, hot: HotPrefixes): RoutedStacks {
  const { length, start, locations } = list;
  const { slot } = hot;
  const mask = slot.length - 1;
  const prefixOf = new Int32Array(length);
  const cursorOf = new Int32Array(length);
  const groupStart = new Int32Array(hot.length + 1);
  for (let stack = 0; stack < length; stack++) {
    let prefix = 0;
    let at = start[stack + 1] - 1;
    for (const leaf = start[stack]; at >= leaf; at--) {
      const location = locations[at];
      let probe = hash(prefix, location) & mask;
      let child = slot[probe];
      while (child >= 0 && (hot.parent[child] !== prefix || hot.location[child] !== location)) {
        probe = (probe + 1) & mask;
        child = slot[probe];
      }
      if (child < 0) break;
      prefix = child;
    }
    prefixOf[stack] = prefix;
    cursorOf[stack] = at;
    groupStart[prefix + 1]++;
  }
  for (let prefix = 0; prefix < hot.length; prefix++) groupStart[prefix + 1] += groupStart[prefix];

  const next = groupStart.slice();
  const member = new Int32Array(length);
  const cursor = new Int32Array(length);
  for (let stack = 0; stack < length; stack++) {
    const to = next[prefixOf[stack]]++;
    member[to] = stack;
    cursor[to] = cursorOf[stack];
  }
  return { groupStart, member, cursor };
}

/** Mixes two rows; the high bits of a product by an odd constant are the good ones. */
function hash(prefix: number, location: number): number {
  return (Math.imul(prefix, 0x9e3779b1) ^ Math.imul(location, 0x85ebca6b)) >>> 10;
}

function everyNth(list: StackList, step: number): StackList {
  const length = Math.ceil(list.length / step);
  const start = new Int32Array(length + 1);
  for (let i = 0; i < length; i++) {
    start[i + 1] = start[i] + list.start[i * step + 1] - list.start[i * step];
  }
  const locations = new Int32Array(start[length]);
  for (let i = 0; i < length; i++) {
    const stack = list.locations.subarray(list.start[i * step], list.start[i * step + 1]);
    locations.set(stack, start[i]);
  }
  return { length, start, locations, locationCount: list.locationCount };
}
