/**
 * A seeded source of random numbers (sfc32, by Chris Doty-Humphrey, public domain). JavaScript's own
 * cannot be seeded; and since only integer operations, + and * are used here and in what builds on it,
 * whose results IEEE 754 fixes to the bit, a seed gives the same profile on every machine. `Math.exp`
 * and its like may differ from one engine to the next.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c: number;
  private counter = 1;

  constructor(seed: number) {
    this.c = seed | 0;
    // The seed has to spread over the whole state first.
    for (let i = 0; i < 16; i++) this.bits();
  }

  /** 32 random bits, as a signed integer. */
  bits(): number {
    const { a, b, c } = this;
    const result = (a + b + this.counter++) | 0;
    this.a = b ^ (b >>> 9);
    this.b = (c + (c << 3)) | 0;
    this.c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result;
  }

  /** A number from 0 up to but not including 1. */
  unit(): number {
    return (this.bits() >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** Nearly normal, with mean 0 and deviation 1: a sum of twelve, cut off at 6 deviations. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.unit();
    return sum;
  }
}
