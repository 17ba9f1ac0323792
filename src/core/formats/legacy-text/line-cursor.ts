import { ProfileFault } from '../../profile/fault.ts';
import { visibleText } from '../../text/visible-text.ts';

/**
 * A line of a text in UTF-8, read byte by byte from its beginning, without a string of it. Spaces at both ends
 * are no part of it.
 */
export class LineCursor {
  /** Number of the line in the file, from 1. */
  number = 0;
  /** Where the next byte is, and where the line ends. */
  pos = 0;
  end = 0;
  /** Whether the file ends without ending the line. */
  isCut = false;
  /** How many numbers were read that a double does not hold exactly. */
  inexactNumbers = 0;

  private bytes: Uint8Array = NO_BYTES;
  private start = 0;

  /** Goes to the line bytes[start..end). */
  enter(bytes: Uint8Array, start: number, end: number, isCut: boolean): void {
    this.bytes = bytes;
    this.number++;
    this.end = end;
    while (this.end > start && isSpace(bytes[this.end - 1])) this.end--;
    this.pos = start;
    this.skipSpaces();
    this.start = this.pos;
    this.isCut = isCut;
  }

  get isAtEnd(): boolean {
    return this.pos >= this.end;
  }

  /** The byte at `pos`; -1 at the end. */
  peek(): number {
    return this.pos < this.end ? this.bytes[this.pos] : -1;
  }

  skipSpaces(): void {
    while (this.pos < this.end && isSpace(this.bytes[this.pos])) this.pos++;
  }

  /** Passes the characters, each of which is one byte, if they are next. */
  take(characters: string): boolean {
    if (this.end - this.pos < characters.length) return false;
    for (let at = 0; at < characters.length; at++) {
      if (this.bytes[this.pos + at] !== characters.charCodeAt(at)) return false;
    }
    this.pos += characters.length;
    return true;
  }

  /**
   * A whole number in decimal digits, with a minus sign if `mayBeNegative`; NaN where there is none, or where
   * 64 bits do not hold it. Beyond 2^53 it is the nearest double.
   */
  integer(mayBeNegative = false): number {
    const { bytes, end } = this;
    const from = this.pos;
    const isNegative = mayBeNegative && this.take('-');
    const digits = this.pos;
    let value = 0;
    while (this.pos < end && isDigit(bytes[this.pos]))
      value = value * 10 + bytes[this.pos++] - 0x30;
    if (this.pos === digits) {
      this.pos = from;
      return Number.NaN;
    }
    if (value > Number.MAX_SAFE_INTEGER) {
      const exact = BigInt(this.text(digits, this.pos));
      if (exact > LARGEST_INT64) return Number.NaN;
      value = Number(exact);
      if (BigInt(value) !== exact) this.inexactNumbers++;
    }
    return isNegative ? 0 - value : value;
  }

  /** A whole number in hexadecimal digits after 0x; null where there is none, or where 64 bits do not hold it. */
  address(): number | bigint | null {
    const { bytes, end } = this;
    const from = this.pos;
    if (!this.take('0x')) return null;
    const digits = this.pos;
    let value = 0;
    for (; this.pos < end; this.pos++) {
      const digit = hexDigit(bytes[this.pos]);
      if (digit < 0) break;
      value = value * 16 + digit;
    }
    if (this.pos === digits) {
      this.pos = from;
      return null;
    }
    if (value <= Number.MAX_SAFE_INTEGER) return value;
    const exact = BigInt(`0x${this.text(digits, this.pos)}`);
    return exact > LARGEST_UINT64 ? null : exact;
  }

  /** Passes what is neither a tab nor the end. */
  skipToTab(): void {
    while (this.pos < this.end && this.bytes[this.pos] !== TAB) this.pos++;
  }

  /** The bytes [from, to) of the file as text. */
  text(from: number, to: number): string {
    return utf8.decode(this.bytes.subarray(from, to));
  }

  /** From `pos` to the end of the line. */
  rest(): string {
    return this.text(this.pos, this.end);
  }

  /** The whole line. */
  whole(): string {
    return this.text(this.start, this.end);
  }

  /** What to throw of a line that is not what the format has there, such as `a row of a heap profile`. */
  fault(expected: string): ProfileFault {
    if (this.isCut) return new ProfileFault(`It breaks off in line ${this.number}.`);
    const shown = visibleText(this.text(this.start, Math.min(this.end, this.start + SHOWN_BYTES)));
    const more = this.end - this.start > SHOWN_BYTES ? '…' : '';
    return new ProfileFault(`Its line ${this.number} is not ${expected}: “${shown}${more}”.`);
  }
}

const NO_BYTES = new Uint8Array(0);
const LARGEST_INT64 = 2n ** 63n - 1n;
const LARGEST_UINT64 = 2n ** 64n - 1n;
const SHOWN_BYTES = 60;
const TAB = 0x09;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Space, tab, carriage return and form feed. */
function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === TAB || byte === 0x0d || byte === 0x0c;
}

/** -1 for what is no digit. */
function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
