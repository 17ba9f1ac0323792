/*
 * Texts come as UTF-8, or as UTF-16 where PowerShell redirected them: with a byte order mark, or without
 * one where something was appended.
 */

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** So many bytes tell the encoding, or all of a shorter text. */
const HEAD_BYTES = 512;

/** Turns the bytes of a text into those of the same text in UTF-8, without a byte order mark. */
export class Utf8Stream {
  private readonly onBytes: (bytes: Uint8Array) => void;
  private head: Uint8Array | null = new Uint8Array(0);
  private utf16: Utf16Decoder | null = null;

  /** `onBytes` must be done with them when it returns: they may be the caller's own. */
  constructor(onBytes: (bytes: Uint8Array) => void) {
    this.onBytes = onBytes;
  }

  push(chunk: Uint8Array): void {
    if (this.head === null) {
      this.pass(chunk);
      return;
    }
    this.head = joined(this.head, chunk);
    if (this.head.length >= HEAD_BYTES) this.begin(this.head);
  }

  end(): void {
    if (this.head !== null) this.begin(this.head);
  }

  private begin(head: Uint8Array): void {
    this.head = null;
    const { encoding, markBytes } = detectEncoding(head);
    if (encoding !== 'utf-8') this.utf16 = new Utf16Decoder(encoding === 'utf-16le' ? 0 : 1);
    this.pass(head.subarray(markBytes));
  }

  private pass(bytes: Uint8Array): void {
    this.onBytes(this.utf16 === null ? bytes : this.utf16.decode(bytes));
  }
}

/** The encoding of a text by its first bytes, and how many of them are a byte order mark. */
function detectEncoding(bytes: Uint8Array): { encoding: Encoding; markBytes: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { encoding: 'utf-8', markBytes: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  return { encoding: withoutMark(bytes.subarray(0, HEAD_BYTES)), markBytes: 0 };
}

/** Most characters of a log are ASCII, of which UTF-16 makes a byte and a zero. */
function withoutMark(head: Uint8Array): Encoding {
  const pairs = head.length >> 1;
  const zeros = [0, 0];
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeros[at & 1]++;
  const isMost = (count: number) => count > pairs * 0.7;
  const isFew = (count: number) => count < pairs * 0.1;
  if (isMost(zeros[1]) && isFew(zeros[0])) return 'utf-16le';
  if (isMost(zeros[0]) && isFew(zeros[1])) return 'utf-16be';
  return 'utf-8';
}

const REPLACEMENT = 0xfffd;

/** From UTF-16 to UTF-8, piece by piece; lone surrogates become U+FFFD. */
class Utf16Decoder {
  /** Place of the low byte in each pair. */
  private readonly low: 0 | 1;
  private oddByte = -1;
  /** A high surrogate whose low one has yet to come; 0 when there is none. */
  private high = 0;
  private output = new Uint8Array(0);
  private length = 0;

  constructor(low: 0 | 1) {
    this.low = low;
  }

  decode(bytes: Uint8Array): Uint8Array {
    // Three for each unit is the most, and for a lone surrogate that the piece before had left.
    if (this.output.length < bytes.length * 1.5 + 6)
      this.output = new Uint8Array(bytes.length * 2 + 6);
    this.length = 0;
    let at = 0;
    if (this.oddByte !== -1 && bytes.length > 0) {
      this.unit(this.low === 0 ? this.oddByte | (bytes[0] << 8) : (this.oddByte << 8) | bytes[0]);
      this.oddByte = -1;
      at = 1;
    }
    for (; at + 1 < bytes.length; at += 2) {
      this.unit(bytes[at + this.low] | (bytes[at + 1 - this.low] << 8));
    }
    if (at < bytes.length) this.oddByte = bytes[at];
    return this.output.subarray(0, this.length);
  }

  private unit(unit: number): void {
    if (this.high !== 0) {
      const high = this.high;
      this.high = 0;
      if (unit >= 0xdc00 && unit < 0xe000) {
        this.put(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
        return;
      }
      this.put(REPLACEMENT);
    }
    if (unit < 0x80) this.output[this.length++] = unit;
    else if (unit >= 0xd800 && unit < 0xdc00) this.high = unit;
    else this.put(unit >= 0xdc00 && unit < 0xe000 ? REPLACEMENT : unit);
  }

  /** A character above ASCII. */
  private put(code: number): void {
    const { output } = this;
    if (code < 0x800) output[this.length++] = 0xc0 | (code >> 6);
    else if (code < 0x10000) {
      output[this.length++] = 0xe0 | (code >> 12);
      output[this.length++] = 0x80 | ((code >> 6) & 0x3f);
    } else {
      output[this.length++] = 0xf0 | (code >> 18);
      output[this.length++] = 0x80 | ((code >> 12) & 0x3f);
      output[this.length++] = 0x80 | ((code >> 6) & 0x3f);
    }
    output[this.length++] = 0x80 | (code & 0x3f);
  }
}

/** A copy of both, one after the other. */
function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
