/** What a format is recognised by: the bytes, and the beginning of the file as text if it is text. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** The first 64 KiB without a byte order mark; '' when they are not text. */
  readonly text: string;
  /** The lines of `text`, without the last one if it may be cut. */
  readonly lines: readonly string[];
  /** The last 4 KiB of a text: some JSON formats say at their end what they are. */
  readonly tail: string;
}

const HEAD_BYTES = 1 << 16;
const TAIL_BYTES = 1 << 12;

/** Looks at the beginning and the end of a file; UTF-8, and UTF-16 with a byte order mark, are text. */
export function readHead(bytes: Uint8Array): FileHead {
  const text = decodeText(bytes.subarray(0, HEAD_BYTES));
  if (text === '') return { bytes, text, lines: [], tail: '' };
  const lines = text.split(/\r?\n/);
  if (bytes.length > HEAD_BYTES) lines.pop();
  const tail = decodeText(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)));
  return { bytes, text, lines, tail };
}

/** Whether the file begins with these characters, each of which is one byte. */
export function startsWith(bytes: Uint8Array, magic: string): boolean {
  if (bytes.length < magic.length) return false;
  for (let i = 0; i < magic.length; i++) {
    if (bytes[i] !== magic.charCodeAt(i)) return false;
  }
  return true;
}

const utf8 = new TextDecoder('utf-8');

/** The control characters that occur in text: tab, line ends, form feed, and colours of terminals. */
const TEXT_CONTROLS: readonly number[] = [0x09, 0x0a, 0x0d, 0x0c, 0x1b];

/** '' when the bytes are not text. */
function decodeText(bytes: Uint8Array): string {
  const text = startsWith(bytes, '\xff\xfe')
    ? decodeUtf16(bytes, 0)
    : startsWith(bytes, '\xfe\xff')
      ? decodeUtf16(bytes, 1)
      : utf8.decode(bytes);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && !TEXT_CONTROLS.includes(code)) return '';
  }
  return text;
}

/** What PowerShell writes where other shells write UTF-8. `low` is the place of the low byte in each pair. */
function decodeUtf16(bytes: Uint8Array, low: 0 | 1): string {
  const units: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    units.push(String.fromCharCode(bytes[at + low] | (bytes[at + 1 - low] << 8)));
  }
  return units.join('');
}
