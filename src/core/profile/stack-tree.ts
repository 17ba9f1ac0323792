import type { StackTable } from './profile.ts';
import type { RoutedStacks } from './routed-stacks.ts';

/** A prefix tree, and for each stack that was folded into it its row there (-1 for an empty stack). */
export interface StackTree {
  readonly stacks: StackTable;
  readonly stackOf: Int32Array;
}

/**
 * Folds stacks into one prefix tree in depth-first order.
 *
 * It is a multikey quicksort of the stacks, root first (Bentley and Sedgewick, Fast algorithms for sorting
 * and searching strings, 1997): a group of stacks that share a prefix is parted in three by the next
 * location of one of them, and those that go on with it become a row and are parted by the location
 * after that. Groups are worked off depth first, so rows come out in their order, a small group stays in
 * the cache until it is done, and no more than an index is moved for a stack. The router has led the stacks past the groups
 * that are too large for the cache. The cursors of the routed stacks are reordered in place.
 * docs/decisions/0002-stack-tree.md has the figures, and those of other ways.
 */
export function buildStackTree({ hot, groupStart, cursor, tails }: RoutedStacks): StackTree {
  const { length } = cursor;
  const stackOf = new Int32Array(length).fill(-1);
  const rows = new RowWriter(length * 4 + 64);
  const rowOfPrefix = new Int32Array(hot.length);
  // Groups still to do: begin, end, row of what they share, its locations after the hot prefix, and
  // the location of a row that is to be added for them first (-1 for none).
  const pending: number[] = [];

  for (let prefix = 0; prefix < hot.length; prefix++) {
    rowOfPrefix[prefix] =
      prefix === 0 ? -1 : rows.push(rowOfPrefix[hot.parent[prefix]], hot.location[prefix]);
    pending.push(groupStart[prefix], groupStart[prefix + 1], rowOfPrefix[prefix], 0, -1);
    while (pending.length > 0) {
      const location = pending.pop() as number;
      let shared = pending.pop() as number;
      let row = pending.pop() as number;
      let end = pending.pop() as number;
      let begin = pending.pop() as number;
      if (location >= 0) row = rows.push(row, location);

      while (end - begin > 1) {
        const pivot = tails[cursor[(begin + end) >>> 1] - shared];
        // [begin, equal) go on with a lesser location, [equal, at) with the pivot, [greater, end) with
        // a greater one; [at, greater) were not looked at yet.
        let equal = begin;
        let at = begin;
        let greater = end;
        while (at < greater) {
          const stack = cursor[at];
          const next = tails[stack - shared];
          if (next < 0) {
            // It ends here, and leaves the group.
            stackOf[~next] = row;
            cursor[at++] = cursor[equal];
            cursor[equal++] = cursor[begin++];
          } else if (next === pivot) {
            at++;
          } else if (next < pivot) {
            cursor[at++] = cursor[equal];
            cursor[equal++] = stack;
          } else {
            cursor[at] = cursor[--greater];
            cursor[greater] = stack;
          }
        }
        if (greater < end) pending.push(greater, end, row, shared, -1);
        if (begin < equal) {
          if (equal < greater) pending.push(equal, greater, row, shared + 1, pivot);
          end = equal;
        } else {
          end = greater;
          if (begin < end) row = rows.push(row, pivot);
          shared++;
        }
      }
      if (begin === end) continue;
      let at = cursor[begin] - shared;
      for (; tails[at] >= 0; at--) row = rows.push(row, tails[at]);
      stackOf[~tails[at]] = row;
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
