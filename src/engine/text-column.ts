import type { TextColumn } from '../bridge/text-column.ts';

const utf8 = new TextEncoder();

/** Texts as one run of UTF-8, which crosses a thread as a single copy. */
export function textColumn(texts: readonly string[]): TextColumn {
  const start = new Int32Array(texts.length + 1);
  let bytes = new Uint8Array(1024);
  let length = 0;
  texts.forEach((text, row) => {
    // A UTF-16 unit takes at most three bytes.
    const room = length + text.length * 3;
    if (room > bytes.length) {
      const larger = new Uint8Array(room * 2);
      larger.set(bytes);
      bytes = larger;
    }
    length += utf8.encodeInto(text, bytes.subarray(length)).written;
    start[row + 1] = length;
  });
  return { bytes: bytes.slice(0, length), start };
}
