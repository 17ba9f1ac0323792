import { ProfileFault } from '../../profile/fault.ts';

/**
 * Maps the 64-bit ids of one table to its rows. Producers number from 1, so ids that are small for
 * the size of the table are looked up in an array and only the others in a Map.
 */
export class IdMap {
  /** Rows by id, -1 for none. */
  private readonly dense: Int32Array;
  private readonly sparse = new Map<number | bigint, number>();

  /** `table` names the rows in faults; `ids` are in row order, 0 is reserved and an id stands once. */
  constructor(table: string, ids: readonly (number | bigint)[]) {
    this.dense = new Int32Array(ids.length * 2 + 64).fill(-1);
    ids.forEach((id, row) => {
      if (id === 0) throw new ProfileFault(`A ${table} has the id 0, which is reserved.`);
      if (this.row(id) >= 0) throw new ProfileFault(`Two ${table}s have the same id, ${id}.`);
      if (typeof id === 'number' && id < this.dense.length) this.dense[id] = row;
      else this.sparse.set(id, row);
    });
  }

  /** The row of an id; -1 when there is none. */
  row(id: number | bigint): number {
    if (typeof id === 'number' && id < this.dense.length) return this.dense[id];
    return this.sparse.get(id) ?? -1;
  }
}
