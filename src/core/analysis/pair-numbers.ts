/** Slots of an empty table: a power of two, as always. */
const INITIAL_SLOTS = 256;

/**
 * Numbers pairs of numbers from 0 on, in the order in which they are first met. Both are 32-bit integers.
 * An open-addressed table, since a Map takes a made-up key for each pair, and several times as long.
 */
export class PairNumbers {
  /** Numbers given so far. */
  length = 0;
  /** By number. */
  private first = new Int32Array(INITIAL_SLOTS / 2);
  private second = new Int32Array(INITIAL_SLOTS / 2);
  /** A number, or -1 in an empty slot; at least half of them are empty. */
  private slots = new Int32Array(INITIAL_SLOTS).fill(-1);

  of(first: number, second: number): number {
    const slot = this.slotOf(first, second);
    if (this.slots[slot] >= 0) return this.slots[slot];
    const number = this.length++;
    this.slots[slot] = number;
    this.first[number] = first;
    this.second[number] = second;
    if (this.length === this.first.length) this.makeRoom();
    return number;
  }

  /** The slot of a pair, or the empty one where it belongs. */
  private slotOf(first: number, second: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    // Multiplying mixes towards the upper bits, which are therefore folded in (Knuth's golden ratio).
    const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (; slots[slot] >= 0; slot = (slot + 1) & mask) {
      const number = slots[slot];
      if (this.first[number] === first && this.second[number] === second) break;
    }
    return slot;
  }

  private makeRoom(): void {
    const { first, second } = this;
    this.first = new Int32Array(first.length * 2);
    this.second = new Int32Array(first.length * 2);
    this.first.set(first);
    this.second.set(second);
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let number = 0; number < this.length; number++) {
      this.slots[this.slotOf(first[number], second[number])] = number;
    }
  }
}
