/** Ids below this are their own numbers; a column by number then has at most 4 MB. */
const DENSE_IDS = 1 << 20;

/**
 * Small numbers for the 64-bit ids of locations, before it is known which ids there are: samples stand
 * in front of the locations that they refer to.
 */
export class LocationNumbers {
  private readonly numberOf = new Map<number | bigint, number>();
  private readonly largeIds: (number | bigint)[] = [];

  /** The number of an id, the same each time. */
  number(id: number | bigint): number {
    if (typeof id === 'number' && id < DENSE_IDS) return id;
    const known = this.numberOf.get(id);
    if (known !== undefined) return known;
    const number = DENSE_IDS + this.largeIds.length;
    this.numberOf.set(id, number);
    this.largeIds.push(id);
    return number;
  }

  /** The id that has a number. */
  id(number: number): number | bigint {
    return number < DENSE_IDS ? number : this.largeIds[number - DENSE_IDS];
  }
}
