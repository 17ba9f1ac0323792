import type { Reader } from 'protobufjs/minimal';
import { messageEnd } from './cursor.ts';
import { readId, readInt64, readUint64 } from './varint.ts';

/*
 * The value of a field at a Reader's position. A known field of an unexpected wire type is damage
 * (RangeError), as it is to pprof.
 */

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** A number; what is beyond 2^53 is rounded, after a call of `onInexact`. */
export function intField(reader: Reader, wireType: number, onInexact: () => void = ignore): number {
  expectWireType(wireType, VARINT);
  return readInt64(reader, onInexact);
}

export function idField(reader: Reader, wireType: number): number | bigint {
  expectWireType(wireType, VARINT);
  return readId(reader);
}

export function uint64Field(reader: Reader, wireType: number): bigint {
  expectWireType(wireType, VARINT);
  return readUint64(reader);
}

export function int64Field(reader: Reader, wireType: number): bigint {
  return BigInt.asIntN(64, uint64Field(reader, wireType));
}

export function boolField(reader: Reader, wireType: number): boolean {
  expectWireType(wireType, VARINT);
  return reader.bool();
}

/** The bytes of a string field, not copied. */
export function bytesField(reader: Reader, wireType: number): Uint8Array {
  const end = messageField(reader, wireType);
  const bytes = reader.buf.subarray(reader.pos, end);
  reader.pos = end;
  return bytes;
}

/** Where a nested message ends. */
export function messageField(reader: Reader, wireType: number): number {
  expectWireType(wireType, LENGTH_DELIMITED);
  return messageEnd(reader);
}

/** A repeated number, packed or not. */
export function eachIntField(
  reader: Reader,
  wireType: number,
  onValue: (value: number) => void,
): void {
  if (wireType !== LENGTH_DELIMITED) {
    onValue(intField(reader, wireType));
    return;
  }
  const end = messageEnd(reader);
  while (reader.pos < end) onValue(readInt64(reader, ignore));
  if (reader.pos > end) throw new RangeError('a run of numbers is longer than it says');
}

function expectWireType(wireType: number, expected: number): void {
  if (wireType !== expected) throw new RangeError('a field is of another type than it should be');
}

function ignore(): void {}
