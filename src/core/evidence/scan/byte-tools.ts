/** What a host does faster with bytes than the language alone. */
export interface ByteTools {
  /** The search in some bytes. */
  search(bytes: Uint8Array): ByteSearch;
  /** The bytes from `start` to before `end` as UTF-8; what is not UTF-8 becomes U+FFFD. */
  decode(bytes: Uint8Array, start: number, end: number): string;
}

/** Where a byte, or a row of bytes, first stands at or after `from`; -1 where it does not. */
export type ByteSearch = (sought: number | Uint8Array, from: number) => number;
