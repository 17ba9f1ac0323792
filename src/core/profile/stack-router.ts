import { findHotPrefixes } from './find-hot-prefixes.ts';
import { GroupedTails } from './grouped-tails.ts';
import { type HotPrefixes, NO_HOT_PREFIXES } from './hot-prefixes.ts';
import type { RoutedStacks } from './routed-stacks.ts';
import { buildStackTree } from './stack-tree.ts';

/** So many stacks are kept whole and looked at for hot prefixes; */
const STACKS_TO_LEARN_FROM = 1 << 14;
/** a prefix is hot that so many of them share: about a thousandth. */
const HOT_USES = 16;

/**
 * Takes stacks one by one, leads each past its hot prefix and keeps the rest, so that the many
 * locations that stacks share near the root are not stored again and again. What is hot it learns from
 * the first stacks.
 */
export class StackRouter {
  private readonly stacksToLearnFrom: number;
  private readonly hotUses: number;
  private hot: HotPrefixes = NO_HOT_PREFIXES;
  private count = 0;
  /** For each stack its hot prefix, and the index in `tails` of its first location after that. */
  private prefixOf = new Int32Array(64);
  private cursorOf = new Int32Array(64);
  private tails = new GroupedTails(1);

  constructor(stacksToLearnFrom = STACKS_TO_LEARN_FROM, hotUses = HOT_USES) {
    this.stacksToLearnFrom = stacksToLearnFrom;
    this.hotUses = hotUses;
  }

  /** Makes room for so many stacks in all; a hint. */
  expect(stacks: number): void {
    if (stacks <= this.prefixOf.length) return;
    this.prefixOf = resized(this.prefixOf, stacks);
    this.cursorOf = resized(this.cursorOf, stacks);
    this.tails.expect(stacks / Math.max(1, this.count));
  }

  /** Adds the stack locations[0..depth), leaf first. */
  add(locations: Int32Array, depth: number): void {
    if (this.count === this.prefixOf.length) this.expect(this.count * 2);
    this.route(this.count, locations, depth);
    this.count++;
    if (this.count === this.stacksToLearnFrom) this.learn();
  }

  /** The stacks in groups. */
  finish(): RoutedStacks {
    const { hot, count, prefixOf, cursorOf } = this;
    const groupStart = new Int32Array(hot.length + 1);
    for (let stack = 0; stack < count; stack++) groupStart[prefixOf[stack] + 1]++;
    for (let prefix = 0; prefix < hot.length; prefix++) {
      groupStart[prefix + 1] += groupStart[prefix];
    }
    const next = groupStart.slice();
    const cursor = new Int32Array(count);
    for (let stack = 0; stack < count; stack++) cursor[next[prefixOf[stack]]++] = cursorOf[stack];
    return { hot, groupStart, cursor, tails: this.tails.entries };
  }

  private route(stack: number, locations: Int32Array, depth: number): void {
    const { expected, children } = this.hot;
    let prefix = 0;
    let end = depth;
    while (end > 0) {
      const location = locations[end - 1];
      if (location === expected[prefix]) {
        prefix++;
      } else {
        const longer = children.find(prefix, location);
        if (longer < 0) break;
        prefix = longer;
      }
      end--;
    }
    this.prefixOf[stack] = prefix;
    this.cursorOf[stack] = this.tails.add(prefix, stack, locations, end);
  }

  /** Finds the hot prefixes of the stacks so far, and leads those past them. */
  private learn(): void {
    const { count, cursorOf } = this;
    const { entries } = this.tails;
    this.hot = findHotPrefixes(buildStackTree(this.finish()), this.hotUses);
    this.tails = new GroupedTails(this.hot.length);
    for (let stack = 0; stack < count; stack++) {
      const end = cursorOf[stack] + 1;
      let leaf = end;
      while (entries[leaf - 1] >= 0) leaf--;
      this.route(stack, entries.subarray(leaf, end), end - leaf);
    }
  }
}

function resized(column: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}
