/**
 * The bytes of a text in UTF-8, without a byte order mark; null where they are that already. UTF-16 is told by
 * its byte order mark: PowerShell writes it where other shells write UTF-8.
 */
export function utf8Bytes(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return fromUtf16(bytes, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return fromUtf16(bytes, 1);
  return null;
}

const encoder = new TextEncoder();

/** Units that become a string at once: few enough to be arguments of one call. */
const UNITS_AT_ONCE = 1 << 14;

/** `low` is the place of the low byte in each pair. An odd byte at the end is left out. */
function fromUtf16(bytes: Uint8Array, low: 0 | 1): Uint8Array {
  const unitCount = (bytes.length - 2) >> 1;
  const unit = (index: number) => bytes[2 + 2 * index + low] | (bytes[3 + 2 * index - low] << 8);
  // A unit is at most three bytes of UTF-8.
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let from = 0; from < unitCount; ) {
    let to = Math.min(unitCount, from + UNITS_AT_ONCE);
    // A pair of surrogates stays together.
    if (to < unitCount && (unit(to - 1) & 0xfc00) === 0xd800) to++;
    const units = new Array<number>(to - from);
    for (let index = from; index < to; index++) units[index - from] = unit(index);
    const part = encoder.encode(String.fromCharCode(...units));
    parts.push(part);
    length += part.length;
    from = to;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
