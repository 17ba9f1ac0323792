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

/** Reads the length of a nested message or packed run and gives where it ends. */
export function messageEnd(reader: Reader): number {
  const length = reader.uint32();
  const end = reader.pos + length;
  if (end > reader.len) throw new RangeError('a message is longer than the file');
  return end;
}
