/** A table's rows times its locations must not be more: keys fit 31 bits. */
export const MAX_KEY = 2 ** 31 - 1;

/**
 * An open-addressed table from (prefix, location) to the row of the longer prefix. Key and row of a slot
 * lie side by side: looking up, as kernel/router.as.ts does it, is one step of a chain in which each step waits for
 * the last.
 */
export class PrefixTable {
  readonly locationCount: number;
  /** Pairs of key and row; the key is -1 in an empty slot. The number of pairs is a power of two. */
  readonly slots: Int32Array;
  /** A hash is shifted by so many bits to the right to be a slot. */
  readonly shift: number;
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
}
