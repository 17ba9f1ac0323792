import type { Reader } from 'protobufjs/minimal';

/** Calls back for each field up to `end`, the reader standing at the field's value. */
export function eachField(
  reader: Reader,
  end: number,
  onField: (field: number, wireType: number) => void,
): void {
  while (reader.pos < end) {
    const tag = reader.uint32();
    onField(tag >>> 3, tag & 7);
  }
  if (reader.pos > end) throw new RangeError('a field is longer than its message');
}

/**
 * Reads a tag or a length, of which nearly all are one byte: these take half the time of
 * `reader.uint32`, which reads the others and what is wrong.
 */
export function readHead(reader: Reader): number {
  const byte = reader.buf[reader.pos];
  if (!(byte < 0x80 && reader.pos < reader.len)) return reader.uint32();
  reader.pos++;
  return byte;
}

/** Reads the length of a nested message or packed run and gives where it ends. */
export function messageEnd(reader: Reader): number {
  const length = readHead(reader);
  const end = reader.pos + length;
  if (end > reader.len) throw new RangeError('a message is longer than the file');
  return end;
}

/** A tag and a length or number take at most so many bytes. */
const LONGEST_HEAD = 20;

/** Whether the field that begins at the reader ends before the reader's end. Moves nothing. */
export function isFieldWhole(reader: Reader): boolean {
  const start = reader.pos;
  if (reader.len - start < LONGEST_HEAD) return false;
  const wireType = readHead(reader) & 7;
  const isWhole = wireType !== 2 || readHead(reader) <= reader.len - reader.pos;
  reader.pos = start;
  return isWhole;
}
