/** Some numbers in order. */
export class Ordered {
  private readonly ascending: Float64Array;

  constructor(values: ArrayLike<number>) {
    this.ascending = new Float64Array(values).sort();
  }

  /**
   * The least of them that is not under a share of all of them, by the nearest rank: the value at place
   * ⌈share × n⌉ of n. So it is always one of them; NaN if there are none.
   */
  quantile(share: number): number {
    const { ascending } = this;
    // Of 0.95 × 20 the product is over 19 by rounding.
    const rank = Math.ceil(share * ascending.length - 1e-9);
    return ascending[Math.max(1, rank) - 1] ?? Number.NaN;
  }

  get median(): number {
    return this.quantile(0.5);
  }

  get most(): number {
    return this.quantile(1);
  }
}
