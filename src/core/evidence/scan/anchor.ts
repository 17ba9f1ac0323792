import type { ByteTools } from './byte-tools.ts';

/** The places of a byte, or a row of bytes, in a block. */
export class Anchor {
  private readonly tools: ByteTools;
  private readonly block: Uint8Array;
  private readonly sought: number | Uint8Array;
  private next = -1;

  constructor(tools: ByteTools, block: Uint8Array, sought: number | Uint8Array) {
    this.tools = tools;
    this.block = block;
    this.sought = sought;
  }

  /** The first place at or after `start`, which never falls; past the block where there is none. */
  from(start: number): number {
    if (this.next < start) {
      const at = this.tools.indexOf(this.block, this.sought, start);
      this.next = at === -1 ? this.block.length : at;
    }
    return this.next;
  }
}
