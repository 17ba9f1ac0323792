import type { SymbolRow } from './symbol-row.ts';

/** A number where a double holds it exactly, a bigint where not: both are keys of one Map. */
export type Address = number | bigint;

/** The addresses of a text profile, one row each, and what its comments say of them. */
export class SymbolTable {
  private readonly rowOfAddress = new Map<Address, number>();
  private readonly addresses: Address[] = [];
  /** Innermost first: more than one where inlined calls share the address. Undefined without a comment. */
  private readonly lines: (SymbolRow[] | undefined)[] = [];
  /** Where the machine code of the function around it begins; null when unknown. */
  private readonly entries: (Address | null)[] = [];
  /** By entry the function whose machine code it is: as seen in calls, and else as seen at the ends of stacks. */
  private readonly bodies = new Map<Address, string>();
  private readonly lastBodies = new Map<Address, string>();

  get length(): number {
    return this.addresses.length;
  }

  /** Row of an address, added when new. */
  rowOf(address: Address): number {
    const known = this.rowOfAddress.get(address);
    if (known !== undefined) return known;
    const row = this.addresses.length;
    this.rowOfAddress.set(address, row);
    this.addresses.push(address);
    this.lines.push(undefined);
    this.entries.push(null);
    return row;
  }

  address(row: number): bigint {
    return BigInt(this.addresses[row]);
  }

  isAt(row: number, address: Address): boolean {
    return this.addresses[row] === address;
  }

  isDescribed(row: number): boolean {
    return this.lines[row] !== undefined;
  }

  /** Lines of the location, innermost first; none without a name. */
  linesOf(row: number): readonly SymbolRow[] {
    return this.lines[row] ?? [];
  }

  /** Puts down what a comment says of an address; the offset in it is from `written`, the address as it stands there. */
  describe(row: number, written: Address, symbol: SymbolRow): void {
    this.lines[row] = symbol.name === '' ? [] : [symbol];
    if (symbol.offset >= 0) this.entries[row] = exact(BigInt(written) - BigInt(symbol.offset));
  }

  /** Puts down that what was described is inlined into this. */
  describeCaller(row: number, symbol: SymbolRow): void {
    this.lines[row]?.push(symbol);
  }

  /**
   * Learns from a stack, leaf first, whose machine code is where: of calls that have the same entry the outermost
   * is a call of the function itself, and all others in it may be inlined.
   */
  findBodies(stack: Int32Array): void {
    for (let at = 0; at < stack.length; at++) {
      const entry = this.entries[stack[at]];
      if (entry === null) continue;
      const isLast = at === stack.length - 1;
      if (!isLast && this.entries[stack[at + 1]] === entry) continue;
      const name = this.lines[stack[at]]?.at(-1)?.name ?? '';
      (isLast ? this.lastBodies : this.bodies).set(entry, name);
    }
  }

  /** Whether a call lies in the machine code of its caller and is not the function that this is. After `findBodies`. */
  isInlined(row: number, caller: number): boolean {
    const entry = this.entries[row];
    if (entry === null || this.entries[caller] !== entry) return false;
    const body = this.bodies.get(entry) ?? this.lastBodies.get(entry);
    return this.lines[row]?.at(-1)?.name !== body;
  }
}

/** An address that 64 bits hold, as a key. */
export function exact(address: bigint): Address {
  const in64Bits = BigInt.asUintN(64, address);
  return in64Bits <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(in64Bits) : in64Bits;
}
