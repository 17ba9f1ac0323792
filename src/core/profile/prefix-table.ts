/** A table's rows times its locations must not be more: keys fit 31 bits. */
export const MAX_KEY = 2 ** 31 - 1;

/**
 * An open-addressed table from (prefix, location) to the row of the longer prefix. Key and row of a slot
 * lie side by side: looking up is one step of a chain in which each step waits for the last.
 */
export class PrefixTable {
  private readonly locationCount: number;
  /** Pairs of key and row; the key is -1 in an empty slot. The number of pairs is a power of two. */
  private readonly slots: Int32Array;
  private readonly shift: number;
  private readonly mask: number;

  constructor(rows: number, locationCount: number) {
    const bits = Math.ceil(Math.log2(rows * 4));
    this.locationCount = locationCount;
    this.slots = new Int32Array(2 ** bits * 2).fill(-1);
    this.shift = 32 - bits;
    this.mask = 2 ** bits - 1;
  }

  add(parent: number, location: number, row: number): void {
    const key = parent * this.locationCount + location;
    let slot = Math.imul(key, 0x9e3779b1) >>> this.shift;
    while (this.slots[slot * 2] >= 0) slot = (slot + 1) & this.mask;
    this.slots[slot * 2] = key;
    this.slots[slot * 2 + 1] = row;
  }

  /** The row of the prefix that is longer by that location; -1 when it is not hot. */
  find(parent: number, location: number): number {
    const { slots, locationCount } = this;
    // Of a location that was not known yet the key would be another's.
    if (location >= locationCount) return -1;
    const key = (parent * locationCount + location) | 0;
    let slot = Math.imul(key, 0x9e3779b1) >>> this.shift;
    while (true) {
      const found = slots[slot * 2];
      if (found === key) return slots[slot * 2 + 1];
      if (found < 0) return -1;
      slot = (slot + 1) & this.mask;
    }
  }
}
