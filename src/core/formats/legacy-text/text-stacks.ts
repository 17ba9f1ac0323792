import type { ProfileBuilder } from '../../profile/builder.ts';
import type { StackTree } from '../../profile/stack-tree.ts';
import { StackTreeBuilder } from '../../profile/stack-tree-builder.ts';
import type { LineCursor } from './line-cursor.ts';
import { LocationMaker } from './location-maker.ts';
import type { MemoryMap } from './memory-map.ts';
import { readSymbolRow } from './symbol-row.ts';
import { type Address, exact, SymbolTable } from './symbol-table.ts';

/**
 * Gathers the stacks of a text profile: rows of return addresses, leaf first, each followed by comment rows with
 * the symbols of its addresses. An address becomes one less than in the text, so that it lies in the call and not
 * behind it, as pprof has it.
 *
 * Go leaves functions of its runtime at the leaf out of the comments, and `runtime.goexit` at the root
 * (`printStackRecord` in runtime/pprof/pprof.go). Addresses without a comment there are cut where others have one,
 * so that what is left begins with a name.
 */
export class TextStacks {
  private readonly symbols = new SymbolTable();

  /** Rows of `symbols` for the addresses of all stacks, one stack behind the other. */
  private rows = new Int32Array(1024);
  private rowCount = 0;
  /** Where each stack begins in `rows`, and the part of it that is kept. */
  private readonly start: number[] = [];
  private readonly keptStart: number[] = [];
  private readonly keptEnd: number[] = [];

  /** Of the stack at hand, in `rows`: the first and the last address with a comment; -1 for none. */
  private firstNamed = -1;
  private lastNamed = -1;
  /** The address of the last comment, and whether it was the first about that. */
  private lastAddress: Address = -1;
  private isNew = false;
  /** Rows of addresses that were cut at the root. */
  private readonly exits = new Set<number>();

  /** Number of stacks so far. */
  get length(): number {
    return this.start.length;
  }

  /** Takes the addresses from `pos` to the end of the line as a new stack. Throws ProfileFault for anything else. */
  takeAddresses(line: LineCursor, expected: string): void {
    this.endStack();
    this.start.push(this.rowCount);
    for (line.skipSpaces(); !line.isAtEnd; line.skipSpaces()) {
      const address = line.address();
      if (address === null) throw line.fault(expected);
      if (this.rowCount === this.rows.length) {
        const larger = new Int32Array(this.rowCount * 2);
        larger.set(this.rows);
        this.rows = larger;
      }
      this.rows[this.rowCount++] = this.symbols.rowOf(lessOne(address));
    }
  }

  /** Takes a comment row, if it is about an address of the stack at hand. */
  takeComment(line: LineCursor): void {
    if (this.start.length === 0 || !line.take('#')) return;
    line.skipSpaces();
    const address = line.address();
    if (address === null) return;
    if (this.lastNamed >= 0 && address === this.lastAddress) {
      this.takeSameAgain(line);
      return;
    }
    const at = this.placeOf(address);
    if (at < 0) return;
    this.isNew = !this.symbols.isDescribed(this.rows[at]);
    if (this.isNew) this.symbols.describe(this.rows[at], address, readSymbolRow(line));
    if (this.firstNamed < 0) this.firstNamed = at;
    this.lastNamed = at;
    this.lastAddress = address;
  }

  /** The tree of all stacks; adds their locations to the builder. */
  finish(builder: ProfileBuilder, map: MemoryMap): StackTree {
    this.endStack();
    const { rows, start, keptStart, keptEnd, symbols, exits } = this;
    const count = start.length;
    const stackEnd = (stack: number) => (stack + 1 < count ? start[stack + 1] : this.rowCount);
    for (let stack = 0; stack < count; stack++) {
      symbols.findBodies(rows.subarray(start[stack], stackEnd(stack)));
    }
    map.addTo(builder);
    const maker = new LocationMaker(builder, symbols, map);
    const stacks = new StackTreeBuilder();
    stacks.expect(count);
    for (let stack = 0; stack < count; stack++) {
      let end = keptEnd[stack];
      // Of a stack that is nothing else no comment tells that this is the exit.
      if (end - start[stack] === 1 && exits.has(rows[end - 1])) end--;
      const depth = maker.locations(rows.subarray(keptStart[stack], end));
      stacks.add(maker.stack, depth);
    }
    return stacks.finish();
  }

  private endStack(): void {
    const { start, firstNamed, lastNamed, rowCount } = this;
    if (start.length === this.keptEnd.length) return;
    const hasExit = lastNamed >= 0 && lastNamed < rowCount - 1;
    this.keptStart.push(firstNamed >= 0 ? firstNamed : start[start.length - 1]);
    this.keptEnd.push(hasExit ? rowCount - 1 : rowCount);
    if (hasExit) this.exits.add(this.rows[rowCount - 1]);
    this.firstNamed = -1;
    this.lastNamed = -1;
  }

  /** Where in `rows` an address of a comment belongs, after the last one; -1 when it is not there. */
  private placeOf(address: Address): number {
    const from = this.lastNamed >= 0 ? this.lastNamed + 1 : this.start[this.start.length - 1];
    for (let at = from; at < this.rowCount; at++) {
      if (this.symbols.isAt(this.rows[at], address)) return at;
    }
    // Go up to 1.4, and all versions for what a signal interrupted, write the address as it stands in the stack.
    const asInStack = lessOne(address);
    for (let at = from; at < this.rowCount; at++) {
      if (this.symbols.isAt(this.rows[at], asInStack)) return at;
    }
    return -1;
  }

  /**
   * A second comment about an address: Go from 1.9 to 1.11 writes one for each call that is inlined there. Or the
   * address stands twice, in a function that calls itself.
   */
  private takeSameAgain(line: LineCursor): void {
    const { symbols, rows, lastNamed } = this;
    const row = rows[lastNamed];
    const symbol = readSymbolRow(line);
    const isTwice = lastNamed + 1 < this.rowCount && rows[lastNamed + 1] === row;
    if (isTwice && symbols.linesOf(row)[0]?.name === symbol.name) {
      this.lastNamed++;
      this.isNew = false;
    } else if (this.isNew) {
      symbols.describeCaller(row, symbol);
    }
  }
}

/** As pprof has it, 0 becomes the largest number that 64 bits hold. */
function lessOne(address: Address): Address {
  return typeof address === 'number' && address > 0 ? address - 1 : exact(BigInt(address) - 1n);
}
