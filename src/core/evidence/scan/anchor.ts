import type { ByteSearch } from './byte-tools.ts';

/** Whether what a byte, or a row of bytes, is sought for stands around `at`, where that was found. */
export type Fits = (block: Uint8Array, at: number) => boolean;

/** The places in a block where something begins, told by a byte, or a row of bytes, that is rare elsewhere. */
export class Anchor {
  private readonly search: ByteSearch;
  private readonly block: Uint8Array;
  private readonly sought: number | Uint8Array;
  private readonly fits: Fits;
  private next = -1;

  constructor(
    search: ByteSearch,
    block: Uint8Array,
    sought: number | Uint8Array,
    fits: Fits = () => true,
  ) {
    this.search = search;
    this.block = block;
    this.sought = sought;
    this.fits = fits;
  }

  /** The first place at or after `start`, which never falls; past the block where there is none. */
  from(start: number): number {
    if (this.next < start) this.next = this.find(start);
    return this.next;
  }

  private find(start: number): number {
    const { search, block, sought, fits } = this;
    let at = search(sought, start);
    while (at !== -1 && !fits(block, at)) at = search(sought, at + 1);
    return at === -1 ? block.length : at;
  }
}
