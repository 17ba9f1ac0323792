import type { StackTable } from './profile.ts';
import { END_OF_STACK, type RoutedStacks } from './routed-stacks.ts';

/** A prefix tree, and for each stack that was folded into it its row there (-1 for an empty stack). */
export interface StackTree {
  readonly stacks: StackTable;
  readonly stackOf: Int32Array;
}

/**
 * Folds stacks into one prefix tree in depth-first order.
 *
 * It is a most-significant-digit radix sort of the stacks, root first: a group of stacks that share a
 * prefix is split by the next location, and each part becomes a row. Groups are worked off depth
 * first, so rows come out in their order and a small group stays in the cache until it is done. Groups
 * too large for the cache, near the root, would be slow; the router has led the stacks past those.
 * The routed stacks are reordered in place, and spent afterwards.
 * docs/decisions/0002-stack-tree.md has the figures, and those of a hash table.
 */
export function buildStackTree(routed: RoutedStacks): StackTree {
  // A group is a range of `member` (a stack) and `cursor` (the index in `tails` of its next location
  // toward the leaf).
  const { hot, locationCount, groupStart, tails, member, cursor } = routed;
  const { length } = member;
  const stackOf = new Int32Array(length).fill(-1);
  const rows = new RowWriter(length * 4 + 64);
  const scratchMember = new Int32Array(length);
  const scratchCursor = new Int32Array(length);
  const scratchPart = new Int32Array(length);

  // While a group is split: the part of each location, valid if that part is the location's (a sparse
  // set: Briggs and Torczon, An efficient representation for sparse sets, 1993).
  const partOf = new Int32Array(locationCount);
  const partLocation = new Int32Array(locationCount);
  const partEnd = new Int32Array(locationCount);

  // Groups still to do: begin, end, parent row, location of the group's row (-1 for the first group,
  // which is all stacks and has no row), and the hot prefix that the row is (-1 for none).
  const pending: number[] = [groupStart[0], groupStart[1], -1, -1, 0];

  while (pending.length > 0) {
    const prefix = pending.pop() as number;
    const location = pending.pop() as number;
    const parent = pending.pop() as number;
    let end = pending.pop() as number;
    const begin = pending.pop() as number;
    let row = location < 0 ? -1 : rows.push(parent, location);

    if (prefix >= 0) {
      for (let child = hot.firstChild[prefix]; child >= 0; child = hot.nextSibling[child]) {
        pending.push(groupStart[child], groupStart[child + 1], row, hot.location[child], child);
      }
    }
    if (begin === end) continue;
    if (end - begin === 1) {
      for (let at = cursor[begin]; tails[at] !== END_OF_STACK; at--)
        row = rows.push(row, tails[at]);
      stackOf[member[begin]] = row;
      continue;
    }

    // Stacks that end here leave the group; the others are counted by their next location.
    let open = begin;
    let partCount = 0;
    for (let i = begin; i < end; i++) {
      const at = cursor[i];
      const next = tails[at];
      if (next === END_OF_STACK) {
        stackOf[member[i]] = row;
        continue;
      }
      let part = partOf[next];
      if (part < partCount && partLocation[part] === next) {
        partEnd[part]++;
      } else {
        part = partCount++;
        partOf[next] = part;
        partLocation[part] = next;
        partEnd[part] = 1;
      }
      member[open] = member[i];
      cursor[open] = at - 1;
      scratchPart[open] = part;
      open++;
    }
    end = open;
    if (partCount === 0) continue;
    if (partCount === 1) {
      pending.push(begin, end, row, partLocation[0], -1);
      continue;
    }

    // From sizes to offsets; the scatter then moves each offset to its part's end.
    let offset = begin;
    for (let part = 0; part < partCount; part++) {
      const size = partEnd[part];
      partEnd[part] = offset;
      offset += size;
    }
    for (let i = begin; i < end; i++) {
      const to = partEnd[scratchPart[i]]++;
      scratchMember[to] = member[i];
      scratchCursor[to] = cursor[i];
    }
    // A loop, since most groups are small and views for `set` would cost more than the copy.
    for (let i = begin; i < end; i++) {
      member[i] = scratchMember[i];
      cursor[i] = scratchCursor[i];
    }
    for (let part = partCount - 1; part >= 0; part--) {
      const from = part === 0 ? begin : partEnd[part - 1];
      pending.push(from, partEnd[part], row, partLocation[part], -1);
    }
  }
  return { stacks: rows.finish(), stackOf };
}

/**
 * Columns of the tree while they grow. They begin roomy and are never cut to size: memory that was never
 * written costs nothing, and copying costs more than anything else here.
 */
class RowWriter {
  private length = 0;
  private parent: Int32Array<ArrayBuffer>;
  private location: Int32Array<ArrayBuffer>;

  constructor(capacity: number) {
    this.parent = new Int32Array(capacity);
    this.location = new Int32Array(capacity);
  }

  push(parent: number, location: number): number {
    const row = this.length++;
    if (row === this.parent.length) {
      this.parent = grow(this.parent);
      this.location = grow(this.location);
    }
    this.parent[row] = parent;
    this.location[row] = location;
    return row;
  }

  finish(): StackTable {
    const { length } = this;
    const parent = this.parent.subarray(0, length);
    return {
      length,
      parent,
      location: this.location.subarray(0, length),
      subtreeEnd: subtreeEnds(parent),
    };
  }
}

/** For each row of a tree in depth-first order, the first row after its descendants. */
export function subtreeEnds(parent: Int32Array): Int32Array<ArrayBuffer> {
  const subtreeEnd = new Int32Array(parent.length);
  for (let row = parent.length - 1; row >= 0; row--) {
    if (subtreeEnd[row] === 0) subtreeEnd[row] = row + 1;
    const above = parent[row];
    // Going backwards the last child is met first, and its end is the parent's end.
    if (above >= 0 && subtreeEnd[above] === 0) subtreeEnd[above] = subtreeEnd[row];
  }
  return subtreeEnd;
}

function grow(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2);
  grown.set(column);
  return grown;
}
