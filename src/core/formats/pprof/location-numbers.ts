const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Small numbers for the 64-bit ids of locations, before it is known which ids there are: samples stand
 * in front of the locations that they refer to.
 */
export class LocationNumbers {
  private readonly denseIds: number;
  private readonly numberOf = new Map<number | bigint, number>();
  private readonly largeIds: (number | bigint)[] = [];

  /** Ids below `denseIds` are their own numbers. */
  constructor(denseIds: number) {
    this.denseIds = denseIds;
  }

  /** The number of a larger id, the same each time. */
  number(exactId: bigint): number {
    const id = exactId <= MAX_SAFE ? Number(exactId) : exactId;
    const known = this.numberOf.get(id);
    if (known !== undefined) return known;
    const number = this.denseIds + this.largeIds.length;
    this.numberOf.set(id, number);
    this.largeIds.push(id);
    return number;
  }

  /** The id that has a number. */
  id(number: number): number | bigint {
    return number < this.denseIds ? number : this.largeIds[number - this.denseIds];
  }
}
