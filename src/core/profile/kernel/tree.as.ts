import { bytesFrom, entries, entryCount, groupCount, hasMemory } from './router.as';

/*
 * Folds the stacks that router.as.ts holds into one prefix tree in depth-first order.
 *
 * It is a multikey quicksort of the stacks, root first (Bentley and Sedgewick, Fast algorithms for sorting
 * and searching strings, 1997): a group of stacks that share a prefix is parted in three by the next
 * location of one of them, and those that go on with it become a row and are parted by the location
 * after that. Groups are worked off depth first, so rows come out in their order, a small group stays in
 * the cache until it is done, and no more than an index is moved for a stack. The router has led the stacks past the
 * groups that are too large for the cache. docs/decisions/0002-stack-tree.md has the figures, and those of other ways.
 *
 * All columns are i32 and lie behind the entries of the router, which is spent by it.
 */

/** By hot prefix: that of its caller, and its last location; -1 in the first row. The caller writes them. */
export let hotParents: usize = 0;
export let hotLocations: usize = 0;
/** One more than there are prefixes: the group of prefix p is [groupStarts[p], groupStarts[p + 1]). So are these, */
export let groupStarts: usize = 0;
/** and for each stack of the groups, the index among the entries of its location next to the root. */
export let cursors: usize = 0;

/** By stack the row that it ends in; -1 for an empty one. */
export let leafRows: usize = 0;
/** By row, side by side: that of its caller, -1 for none, and its location. */
export let rows: usize = 0;

/** By hot prefix its row. */
let rowsOfPrefixes: usize = 0;
/**
 * Groups to do, on a stack: begin, end, row of what they share, its locations after the hot prefix, and the location
 * of a row that is to be added for them first (-1 for none). No two have a stack in common, and only the first of a hot
 * prefix may have none: so there are as many as stacks at most, or one.
 */
let pending: usize = 0;
const GROUP_BYTES: usize = 20;

/** Number of rows, for how many there is memory, and whether that was not enough. */
let rowCount: i32 = 0;
let rowRoom: i32 = 0;
let isFull: bool = false;

/** Lays the memory out for so many stacks. False where there is not enough. */
export function layTree(stacks: i32): bool {
  const prefixBytes = (<usize>groupCount) << 2;
  const stackBytes = (<usize>stacks) << 2;
  const begin = entries + ((<usize>entryCount) << 2);
  const end =
    <u64>begin + <u64>prefixBytes * 4 + 4 + <u64>stacks * 8 + (<u64>stacks + 1) * GROUP_BYTES;
  if (!hasMemory(end)) return false;
  hotParents = begin;
  hotLocations = hotParents + prefixBytes;
  rowsOfPrefixes = hotLocations + prefixBytes;
  groupStarts = rowsOfPrefixes + prefixBytes;
  cursors = groupStarts + prefixBytes + 4;
  leafRows = cursors + stackBytes;
  pending = leafRows + stackBytes;
  rows = pending + (<usize>stacks + 1) * GROUP_BYTES;
  rowCount = 0;
  isFull = false;
  rowRoom = <i32>(bytesFrom(rows) >>> 3);
  memory.fill(leafRows, 0xff, stackBytes);
  return true;
}

/** Builds the tree. Gives the number of its rows; -1 where there is not enough memory. */
export function buildTree(): i32 {
  for (let prefix: usize = 0; prefix < <usize>groupCount; prefix++) {
    const at = prefix << 2;
    let row = -1;
    if (prefix > 0) {
      const parent = <usize>load<i32>(hotParents + at);
      row = addRow(load<i32>(rowsOfPrefixes + (parent << 2)), load<i32>(hotLocations + at));
    }
    store<i32>(rowsOfPrefixes + at, row);
    foldGroup(load<i32>(groupStarts + at), load<i32>(groupStarts + at, 4), row);
    if (isFull) return -1;
  }
  return rowCount;
}

/** Folds the stacks [first, last), whose hot prefix is `prefixRow`. */
function foldGroup(first: i32, last: i32, prefixRow: i32): void {
  // In locals: variables of the module are memory.
  const tails = entries;
  const order = cursors;
  const leaves = leafRows;
  let top = pending;
  pushGroup(top, first, last, prefixRow, 0, -1);
  top += GROUP_BYTES;
  while (top > pending) {
    top -= GROUP_BYTES;
    let begin = load<i32>(top);
    let end = load<i32>(top, 4);
    let row = load<i32>(top, 8);
    let shared = load<i32>(top, 12);
    const location = load<i32>(top, 16);
    if (location >= 0) row = addRow(row, location);

    while (end - begin > 1) {
      const pivot = get(tails, get(order, (begin + end) >>> 1) - shared);
      // [begin, equal) go on with a lesser location, [equal, at) with the pivot, [greater, end) with
      // a greater one; [at, greater) were not looked at yet.
      let equal = begin;
      let at = begin;
      let greater = end;
      while (at < greater) {
        const cursor = get(order, at);
        const next = get(tails, cursor - shared);
        if (next < 0) {
          // It ends here, and leaves the group.
          put(leaves, ~next, row);
          put(order, at++, get(order, equal));
          put(order, equal++, get(order, begin++));
        } else if (next === pivot) {
          at++;
        } else if (next < pivot) {
          put(order, at++, get(order, equal));
          put(order, equal++, cursor);
        } else {
          put(order, at, get(order, --greater));
          put(order, greater, cursor);
        }
      }
      if (greater < end) {
        pushGroup(top, greater, end, row, shared, -1);
        top += GROUP_BYTES;
      }
      if (begin < equal) {
        if (equal < greater) {
          pushGroup(top, equal, greater, row, shared + 1, pivot);
          top += GROUP_BYTES;
        }
        end = equal;
      } else {
        end = greater;
        if (begin < end) row = addRow(row, pivot);
        shared++;
      }
    }
    if (begin === end) continue;
    let at = get(order, begin) - shared;
    for (; get(tails, at) >= 0; at--) row = addRow(row, get(tails, at));
    put(leaves, ~get(tails, at), row);
  }
}

function pushGroup(at: usize, begin: i32, end: i32, row: i32, shared: i32, location: i32): void {
  store<i32>(at, begin);
  store<i32>(at, end, 4);
  store<i32>(at, row, 8);
  store<i32>(at, shared, 12);
  store<i32>(at, location, 16);
}

/** Adds a row and gives its number. Without memory it only counts. */
function addRow(parent: i32, location: i32): i32 {
  const row = rowCount++;
  if (row >= rowRoom) {
    if (isFull || !hasMemory(<u64>rows + ((<u64>row + 1) << 3))) {
      isFull = true;
      return row;
    }
    rowRoom = <i32>(bytesFrom(rows) >>> 3);
  }
  const at = rows + ((<usize>row) << 3);
  store<i32>(at, parent);
  store<i32>(at, location, 4);
  return row;
}

function get(column: usize, index: i32): i32 {
  return load<i32>(column + ((<usize>index) << 2));
}

function put(column: usize, index: i32, value: i32): void {
  store<i32>(column + ((<usize>index) << 2), value);
}
