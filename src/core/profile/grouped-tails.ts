/** A group gets room for so many entries at once. */
const BLOCK = 256;

/**
 * What stacks have after their hot prefixes, as `RoutedStacks.tails` has it. Each group of stacks fills
 * blocks of its own, one after the other.
 */
export class GroupedTails {
  entries: Int32Array<ArrayBuffer>;
  private used = 0;
  /** For each group, where its next tail goes and where its block ends. */
  private readonly next: Int32Array;
  private readonly blockEnd: Int32Array;

  constructor(groups: number) {
    this.entries = new Int32Array(groups * BLOCK);
    this.next = new Int32Array(groups);
    this.blockEnd = new Int32Array(groups);
  }

  /** Adds locations[0..length), leaf first, as the tail of a stack. Gives the index of its last one. */
  add(group: number, stack: number, locations: Int32Array, length: number): number {
    let at = this.next[group];
    if (at + length >= this.blockEnd[group]) at = this.newBlock(group, length + 1);
    const { entries } = this;
    entries[at] = ~stack;
    for (let i = 0; i < length; i++) entries[++at] = locations[i];
    this.next[group] = at + 1;
    return at;
  }

  /** Makes room for `share` times what was added so far; a hint. */
  expect(share: number): void {
    this.makeRoom(Math.ceil(this.used * share));
  }

  /** Where a new block of a group begins, in which at least so many entries fit. */
  private newBlock(group: number, atLeast: number): number {
    const at = this.used;
    this.used += Math.max(BLOCK, atLeast);
    if (this.used > this.entries.length) this.makeRoom(this.used * 2);
    this.blockEnd[group] = this.used;
    return at;
  }

  private makeRoom(entries: number): void {
    if (entries <= this.entries.length) return;
    const larger = new Int32Array(entries);
    larger.set(this.entries);
    this.entries = larger;
  }
}
