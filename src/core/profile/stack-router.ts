import { findHotPrefixes } from './find-hot-prefixes.ts';
import { type HotPrefixes, NO_HOT_PREFIXES } from './hot-prefixes.ts';
import { END_OF_STACK, type RoutedStacks } from './routed-stacks.ts';
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
  /** Every location is in [0, locationCount). */
  private locationCount = 0;
  private hot: HotPrefixes = NO_HOT_PREFIXES;
  private count = 0;
  private prefixOf = new Int32Array(64);
  /** Tails in the order of the stacks; that of stack i ends before tailEnd[i]. */
  private tailEnd = new Int32Array(64);
  private tails = new Int32Array(512);
  private tailCount = 0;

  constructor(stacksToLearnFrom = STACKS_TO_LEARN_FROM, hotUses = HOT_USES) {
    this.stacksToLearnFrom = stacksToLearnFrom;
    this.hotUses = hotUses;
  }

  /** Makes room for so many stacks in all; a hint. */
  expect(stacks: number): void {
    if (stacks <= this.prefixOf.length) return;
    this.prefixOf = resized(this.prefixOf, stacks);
    this.tailEnd = resized(this.tailEnd, stacks);
    const tailLength = Math.ceil(this.tailCount / Math.max(1, this.count));
    this.tails = resized(this.tails, Math.max(this.tails.length, stacks * tailLength));
  }

  /** Adds the stack locations[0..depth), leaf first. */
  add(locations: Int32Array, depth: number): void {
    if (this.count === this.stacksToLearnFrom) this.learn();
    const { children } = this.hot;
    let prefix = 0;
    let end = depth;
    while (end > 0) {
      const longer = children.find(prefix, locations[end - 1]);
      if (longer < 0) break;
      prefix = longer;
      end--;
    }
    if (this.count === this.prefixOf.length) this.expect(this.count * 2);
    if (this.tailCount + end > this.tails.length) {
      this.tails = resized(this.tails, (this.tailCount + end) * 2);
    }
    const { tails } = this;
    let { tailCount, locationCount } = this;
    for (let at = 0; at < end; at++) {
      const location = locations[at];
      tails[tailCount++] = location;
      if (location >= locationCount) locationCount = location + 1;
    }
    this.tailCount = tailCount;
    this.locationCount = locationCount;
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
    return { hot, locationCount: this.locationCount, groupStart, member, tails, cursor };
  }

  /** Finds the hot prefixes of the stacks so far, and leads those past them. */
  private learn(): void {
    const { count, tailEnd, tails } = this;
    this.hot = findHotPrefixes(buildStackTree(this.finish()), this.hotUses, this.locationCount);
    // From the front, since a tail is never longer than the stack whose place it takes.
    this.count = 0;
    this.tailCount = 0;
    let from = 0;
    for (let stack = 0; stack < count; stack++) {
      const end = tailEnd[stack];
      this.add(tails.slice(from, end), end - from);
      from = end;
    }
  }
}

function resized(column: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}
