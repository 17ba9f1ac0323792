import type { Reader } from 'protobufjs/minimal';

/*
 * Varints at a Reader's position. protobufjs gives 64-bit integers as objects or, without its
 * optional `long`, as doubles that lose bits; these read them exactly, and fast for small ones.
 * https://protobuf.dev/programming-guides/encoding/#varints
 */

/**
 * A signed 64-bit integer as a double; `onInexact` is called when it is beyond 2^53 and was rounded.
 * Throws RangeError at the end of the bytes.
 */
export function readInt64(reader: Reader, onInexact: () => void): number {
  const short = readShort(reader);
  if (short >= 0) return short;
  const rounded = Number(BigInt.asIntN(64, readLong(reader)));
  if (!Number.isSafeInteger(rounded)) onInexact();
  return rounded;
}

/** An unsigned 64-bit integer, exactly. Throws RangeError at the end of the bytes. */
export function readUint64(reader: Reader): bigint {
  const short = readShort(reader);
  return short >= 0 ? BigInt(short) : readLong(reader);
}

/**
 * An id or an index: a number where that is exact and a bigint beyond, so that it can be the key of a
 * Map whatever its size. Throws RangeError at the end of the bytes.
 */
export function readId(reader: Reader): number | bigint {
  const short = readShort(reader);
  if (short >= 0) return short;
  const long = readLong(reader);
  return long <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(long) : long;
}

/** A varint of at most seven bytes, which are 49 bits and exact in a double; -1, unread, if longer. */
function readShort(reader: Reader): number {
  const { buf } = reader;
  let { pos } = reader;
  if (buf[pos] < 0x80) return moveTo(reader, pos + 1, buf[pos]);
  let value = 0;
  // Four bytes are 28 bits, for which whole numbers do.
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = buf[pos++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return moveTo(reader, pos, value);
  }
  for (let scale = 2 ** 28; scale < 2 ** 49; scale *= 128) {
    const byte = buf[pos++];
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return moveTo(reader, pos, value);
  }
  if (pos > reader.len) throw endOfBytes();
  return -1;
}

/** A varint of any length, as 64 bits. */
function readLong(reader: Reader): bigint {
  const { buf } = reader;
  let value = 0n;
  let { pos } = reader;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    if (pos >= reader.len) throw endOfBytes();
    const byte = buf[pos++];
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) {
      reader.pos = pos;
      return BigInt.asUintN(64, value);
    }
  }
  throw new RangeError('a number is longer than ten bytes');
}

function moveTo(reader: Reader, pos: number, value: number): number {
  if (pos > reader.len) throw endOfBytes();
  reader.pos = pos;
  return value;
}

function endOfBytes(): RangeError {
  return new RangeError('the bytes end in the middle of a number');
}
