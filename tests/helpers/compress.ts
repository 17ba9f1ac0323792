/*
 * Compressed files written by hand, for what a compressor would not write.
 */

const ZSTD_MAGIC = [0x28, 0xb5, 0x2f, 0xfd];

/** A zstd frame with a window descriptor and these blocks. */
export function zstdFrame(windowDescriptor: number, ...blocks: Uint8Array[]): Uint8Array {
  return concat(Uint8Array.from([...ZSTD_MAGIC, 0, windowDescriptor]), ...blocks);
}

/** A block of zstd that stores its bytes as they are. */
export function storedBlock(content: Uint8Array, isLast: boolean): Uint8Array {
  return concat(blockHeader(content.length, 0, isLast), content);
}

/** A block of zstd that repeats one byte. */
export function runBlock(length: number, isLast: boolean): Uint8Array {
  return concat(blockHeader(length, 1, isLast), Uint8Array.of(0));
}

function blockHeader(length: number, type: number, isLast: boolean): Uint8Array {
  const header = (length << 3) | (type << 1) | (isLast ? 1 : 0);
  return Uint8Array.of(header, header >> 8, header >> 16);
}

export function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
