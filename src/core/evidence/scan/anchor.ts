import type { ByteSearch } from './byte-tools.ts';

/** The places of a byte, or a row of bytes, in a block. */
export class Anchor {
  private readonly search: ByteSearch;
  private readonly blockBytes: number;
  private readonly sought: number | Uint8Array;
  private next = -1;

  constructor(search: ByteSearch, blockBytes: number, sought: number | Uint8Array) {
    this.search = search;
    this.blockBytes = blockBytes;
    this.sought = sought;
  }

  /** The first place at or after `start`, which never falls; past the block where there is none. */
  from(start: number): number {
    if (this.next < start) {
      const at = this.search(this.sought, start);
      this.next = at === -1 ? this.blockBytes : at;
    }
    return this.next;
  }
}
