import type { ProfileBuilder } from '../../profile/builder.ts';
import type { MemoryMap } from './memory-map.ts';
import type { SymbolTable } from './symbol-table.ts';

/** Makes the locations and functions of a profile from the addresses of stacks. */
export class LocationMaker {
  /** What `locations` gave: rows of locations, leaf first. */
  stack = new Int32Array(256);

  private readonly builder: ProfileBuilder;
  private readonly symbols: SymbolTable;
  private readonly map: MemoryMap;
  private readonly functions = new Map<string, number>();
  /** By row of `symbols` the location of that address alone; -1 where there is none yet. */
  private readonly single: Int32Array;
  /** By the rows of its addresses the location of several, which are inlined into the last. */
  private readonly joined = new Map<string, number>();

  constructor(builder: ProfileBuilder, symbols: SymbolTable, map: MemoryMap) {
    this.builder = builder;
    this.symbols = symbols;
    this.map = map;
    this.single = new Int32Array(symbols.length).fill(-1);
  }

  /** Puts the locations of a stack of addresses, rows of the symbol table, into `stack`. How many they are. */
  locations(addresses: Int32Array): number {
    if (addresses.length > this.stack.length) this.stack = new Int32Array(addresses.length * 2);
    let depth = 0;
    for (let at = 0; at < addresses.length; ) {
      let end = at + 1;
      while (end < addresses.length && this.symbols.isInlined(addresses[end - 1], addresses[end])) {
        end++;
      }
      this.stack[depth++] =
        end === at + 1
          ? this.locationOf(addresses[at])
          : this.locationOfAll(addresses.subarray(at, end));
      at = end;
    }
    return depth;
  }

  private locationOf(row: number): number {
    if (this.single[row] < 0) this.single[row] = this.add([row]);
    return this.single[row];
  }

  private locationOfAll(rows: Int32Array): number {
    const key = rows.join();
    const known = this.joined.get(key);
    if (known !== undefined) return known;
    const location = this.add([...rows]);
    this.joined.set(key, location);
    return location;
  }

  private add(rows: readonly number[]): number {
    // The innermost address is the one that ran; those of its callers are marks that the compiler left.
    const address = this.symbols.address(rows[0]);
    return this.builder.addLocation({
      address,
      mapping: this.map.rowOf(address),
      lines: rows.flatMap((row) =>
        this.symbols.linesOf(row).map(({ name, file, line }) => ({
          function: this.functionOf(name, file),
          line,
        })),
      ),
    });
  }

  private functionOf(name: string, filename: string): number {
    const key = `${name}\n${filename}`;
    const known = this.functions.get(key);
    if (known !== undefined) return known;
    const row = this.builder.addFunction({ name, systemName: name, filename });
    this.functions.set(key, row);
    return row;
  }
}
