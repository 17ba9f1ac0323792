import { copyColumn } from './copy-column.ts';
import { findHotPrefixes } from './find-hot-prefixes.ts';
import { type HotPrefixes, NO_HOT_PREFIXES } from './hot-prefixes.ts';
import { columnAt, type Global, outOfMemory } from './kernel/instance.ts';
import { type StackKernel, startStackKernel } from './kernel/stack-kernel.ts';
import { type StackTree, subtreeEnds } from './stack-tree.ts';

/** What is hot is learned from the first stacks. */
export interface Learning {
  /** From so many, */
  readonly stacks: number;
  /** of which so many share a prefix that is hot. */
  readonly uses: number;
}

/** A thousandth of the stacks. */
const LEARNING: Learning = { stacks: 1 << 12, uses: 4 };

/**
 * Folds stacks into one prefix tree. It takes them one by one, leads each past its hot prefix and keeps the rest, so
 * that the many locations that stacks share near the root are not stored again and again.
 */
export class StackTreeBuilder {
  private readonly kernel: StackKernel;
  private readonly learning: Learning;
  /** The prefixes that are hot: none before they are learned. */
  hot: HotPrefixes = NO_HOT_PREFIXES;
  private count = 0;
  /** For each stack its hot prefix, and among the kernel's entries its first location after that. */
  private prefixOf = new Int32Array(64);
  private cursorOf = new Int32Array(64);

  /** A decoder whose own kernel adds the stacks gives that. */
  constructor(kernel = startStackKernel(), learning = LEARNING) {
    this.kernel = kernel;
    this.learning = learning;
    this.useHotPrefixes(NO_HOT_PREFIXES);
  }

  /** Makes room for so many stacks in all; a hint. */
  expect(stacks: number): void {
    if (stacks <= this.prefixOf.length) return;
    this.prefixOf = resized(this.prefixOf, stacks);
    this.cursorOf = resized(this.cursorOf, stacks);
  }

  /** Adds the stack locations[0..depth), leaf first. */
  add(locations: Int32Array, depth: number): void {
    if (this.count === this.prefixOf.length) this.expect(this.count * 2);
    this.route(this.count, locations.subarray(0, depth));
    this.count++;
    this.learn();
  }

  /** Takes what the kernel made of stacks that a decoder added there: the first so many entries of each column. */
  take(prefix: Int32Array, cursor: Int32Array, length: number): void {
    const count = this.count + length;
    if (count > this.prefixOf.length) this.expect(Math.max(count, this.count * 2));
    copyColumn(prefix, this.prefixOf, this.count, length);
    copyColumn(cursor, this.cursorOf, this.count, length);
    this.count = count;
    this.learn();
  }

  /** The tree of all stacks. The builder is spent afterwards. */
  finish(): StackTree {
    const { kernel, hot, count } = this;
    if (kernel.layTree(count) === 0) throw outOfMemory();
    this.column(kernel.hotParents, hot.length).set(hot.parent);
    this.column(kernel.hotLocations, hot.length).set(hot.location);
    this.groupByPrefix(
      this.column(kernel.groupStarts, hot.length + 1),
      this.column(kernel.cursors, count),
    );
    const length = kernel.buildTree();
    if (length < 0) throw outOfMemory();
    const rows = this.column(kernel.rows, length * 2);
    const parent = new Int32Array(length);
    const location = new Int32Array(length);
    for (let row = 0; row < length; row++) {
      parent[row] = rows[row * 2];
      location[row] = rows[row * 2 + 1];
    }
    return {
      stacks: { length, parent, location, subtreeEnd: subtreeEnds(parent) },
      stackOf: this.column(kernel.leafRows, count).slice(),
    };
  }

  private groupByPrefix(groupStart: Int32Array, cursor: Int32Array): void {
    const { hot, count, prefixOf, cursorOf } = this;
    groupStart.fill(0);
    for (let stack = 0; stack < count; stack++) groupStart[prefixOf[stack] + 1]++;
    for (let prefix = 0; prefix < hot.length; prefix++) {
      groupStart[prefix + 1] += groupStart[prefix];
    }
    const next = groupStart.slice();
    for (let stack = 0; stack < count; stack++) cursor[next[prefixOf[stack]]++] = cursorOf[stack];
  }

  private column(address: Global, length: number): Int32Array<ArrayBuffer> {
    return columnAt(this.kernel.memory, address, length);
  }

  private route(stack: number, locations: Int32Array): void {
    const { kernel } = this;
    const { length } = locations;
    if (length > kernel.stackRoom.value && kernel.reserve(length * 2) === 0) throw outOfMemory();
    this.column(kernel.stack, length).set(locations);
    const cursor = kernel.addStack(length);
    if (cursor < 0) throw outOfMemory();
    this.prefixOf[stack] = kernel.prefix.value;
    this.cursorOf[stack] = cursor;
  }

  /** Finds the hot prefixes once there are enough stacks for it, and leads those past them. */
  private learn(): void {
    const { count, learning } = this;
    if (this.hot !== NO_HOT_PREFIXES || count < learning.stacks) return;
    // With other prefixes the kernel begins anew, so it does not matter that this spends it.
    const tree = this.finish();
    this.useHotPrefixes(findHotPrefixes(tree, learning.stacks, learning.uses));
    let stack = new Int32Array(256);
    for (let number = 0; number < count; number++) {
      let depth = 0;
      for (let row = tree.stackOf[number]; row >= 0; row = tree.stacks.parent[row]) {
        if (depth === stack.length) stack = resized(stack, depth * 2);
        stack[depth++] = tree.stacks.location[row];
      }
      this.route(number, stack.subarray(0, depth));
    }
  }

  private useHotPrefixes(hot: HotPrefixes): void {
    this.hot = hot;
    const { expected, children } = hot;
    const { slots, locationCount, shift } = children;
    const { kernel } = this;
    if (kernel.usePrefixes(hot.length, slots.length / 2, locationCount, shift) === 0) {
      throw outOfMemory();
    }
    this.column(kernel.expected, expected.length).set(expected);
    this.column(kernel.slots, slots.length).set(slots);
  }
}

function resized(column: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}
