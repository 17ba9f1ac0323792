import type { HotPrefixes } from './hot-prefixes.ts';

/** Stacks grouped by the longest hot prefix that each has, and what each has after it. */
export interface RoutedStacks {
  readonly hot: HotPrefixes;
  /** `hot.length + 1` entries: the group of prefix p is [groupStart[p], groupStart[p + 1]). */
  readonly groupStart: Int32Array;
  /** Stacks, in the order in which they were added within a group. */
  readonly member: Int32Array;
  /**
   * The locations after the prefixes, each stack's leaf first, those of a group together so that they
   * are read from few cache lines. `END_OF_STACK` stands before each.
   */
  readonly tails: Int32Array;
  /** For each member, the index in `tails` of its first location after the prefix. */
  readonly cursor: Int32Array;
}

/** What a cursor meets in `tails` when it has passed the leaf. */
export const END_OF_STACK = -1;

/**
 * Takes stacks one by one, leads each past its hot prefix and keeps the rest, so that the many
 * locations that stacks share near the root are never stored.
 */
export class StackRouter {
  private readonly hot: HotPrefixes;
  private count = 0;
  private readonly prefixOf: Int32Array;
  /** Tails in the order of the stacks; that of stack i ends before tailEnd[i]. */
  private readonly tailEnd: Int32Array;
  private tails: Int32Array<ArrayBuffer>;
  private tailCount = 0;

  /** For exactly `stackCount` stacks. */
  constructor(hot: HotPrefixes, stackCount: number) {
    this.hot = hot;
    this.prefixOf = new Int32Array(stackCount);
    this.tailEnd = new Int32Array(stackCount);
    this.tails = new Int32Array(stackCount * 8 + 64);
  }

  /** Adds the stack locations[from..to), leaf first. */
  add(locations: Int32Array, from: number, to: number): void {
    const { children } = this.hot;
    let prefix = 0;
    let end = to;
    while (end > from) {
      const longer = children.find(prefix, locations[end - 1]);
      if (longer < 0) break;
      prefix = longer;
      end--;
    }
    this.makeRoom(end - from);
    const { tails } = this;
    let { tailCount } = this;
    for (let at = from; at < end; at++) tails[tailCount++] = locations[at];
    this.tailCount = tailCount;
    this.prefixOf[this.count] = prefix;
    this.tailEnd[this.count] = tailCount;
    this.count++;
  }

  /** The stacks in groups. */
  finish(): RoutedStacks {
    const { hot, count, prefixOf, tailEnd } = this;
    const groupStart = new Int32Array(hot.length + 1);
    const groupTails = new Int32Array(hot.length + 1);
    for (let stack = 0; stack < count; stack++) {
      const length = tailEnd[stack] - (stack === 0 ? 0 : tailEnd[stack - 1]);
      groupStart[prefixOf[stack] + 1]++;
      groupTails[prefixOf[stack] + 1] += length + 1;
    }
    for (let prefix = 0; prefix < hot.length; prefix++) {
      groupStart[prefix + 1] += groupStart[prefix];
      groupTails[prefix + 1] += groupTails[prefix];
    }
    const nextMember = groupStart.slice();
    const nextTail = groupTails.slice();
    const tails = new Int32Array(this.tailCount + count);
    const member = new Int32Array(count);
    const cursor = new Int32Array(count);
    let from = 0;
    for (let stack = 0; stack < count; stack++) {
      const prefix = prefixOf[stack];
      const place = nextMember[prefix]++;
      let to = nextTail[prefix];
      tails[to++] = END_OF_STACK;
      for (const end = tailEnd[stack]; from < end; from++) tails[to++] = this.tails[from];
      nextTail[prefix] = to;
      member[place] = stack;
      cursor[place] = to - 1;
    }
    return { hot, groupStart, member, tails, cursor };
  }

  private makeRoom(locations: number): void {
    if (this.tailCount + locations <= this.tails.length) return;
    const larger = new Int32Array((this.tailCount + locations) * 2);
    larger.set(this.tails);
    this.tails = larger;
  }
}
