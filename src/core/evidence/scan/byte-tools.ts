/** What a host does faster with bytes than the language alone. */
export interface ByteTools {
  /** Where a byte, or a row of bytes, first stands at or after `from`; -1 where it does not. */
  indexOf(bytes: Uint8Array, sought: number | Uint8Array, from: number): number;
  /** The bytes from `start` to before `end` as UTF-8; what is not UTF-8 becomes U+FFFD. */
  decode(bytes: Uint8Array, start: number, end: number): string;
}
