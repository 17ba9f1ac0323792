import { Utf8Stream } from '../../text/utf8-stream.ts';

/** So many bytes of UTF-16 are turned at once. */
const STEP = 1 << 20;

/** The bytes of a text that begins with a byte order mark in UTF-8, without the mark; null for any other text. */
export function utf8Bytes(bytes: Uint8Array): Uint8Array | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 ? fromUtf16(bytes) : null;
}

function fromUtf16(bytes: Uint8Array): Uint8Array {
  // Roomy for what is mostly ASCII.
  let text = new Uint8Array(bytes.length);
  let length = 0;
  const stream = new Utf8Stream((part) => {
    if (length + part.length > text.length) {
      const larger = new Uint8Array(Math.max(text.length * 2, length + part.length));
      larger.set(text);
      text = larger;
    }
    text.set(part, length);
    length += part.length;
  });
  for (let at = 0; at < bytes.length; at += STEP) stream.push(bytes.subarray(at, at + STEP));
  stream.end();
  return text.subarray(0, length);
}
