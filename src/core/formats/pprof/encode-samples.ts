import type { Profile } from '../../profile/profile.ts';

/** Tags of the fields of a Sample message, of a Label in it, and of a sample in a Profile. */
const SAMPLE = (2 << 3) | 2;
const LOCATION_IDS = (1 << 3) | 2;
const VALUES = (2 << 3) | 2;
const LABEL = (3 << 3) | 2;
const KEY = 1 << 3;
const STR = 2 << 3;
const NUM = 3 << 3;
const NUM_UNIT = 4 << 3;

/**
 * The samples [from, to) of a profile as fields of a pprof Profile message, by hand: there are millions
 * of them, and a protobuf writer makes an object of each number. Location ids are rows + 1;
 * `labelStrings` has the index in the string table for each label text.
 */
export function encodeSamples(
  profile: Profile,
  labelStrings: Int32Array,
  from: number,
  to: number,
): Uint8Array {
  const { samples, stacks, labels } = profile;
  const out = new VarintBuffer(Math.min(to - from, 100_000) * 64 + 1024);
  // What a length stands before is written here first.
  const body = new VarintBuffer(1024);
  const part = new VarintBuffer(1024);
  const writePart = (fieldTag: number) => {
    body.uint(fieldTag);
    body.uint(part.length);
    body.append(part);
    part.length = 0;
  };
  for (let sample = from; sample < to; sample++) {
    for (let row = samples.stack[sample]; row >= 0; row = stacks.parent[row]) {
      part.uint(stacks.location[row] + 1);
    }
    if (part.length > 0) writePart(LOCATION_IDS);
    for (const column of samples.values) part.int(column[sample]);
    if (part.length > 0) writePart(VALUES);
    const end = samples.labelStart[sample + 1];
    for (let label = samples.labelStart[sample]; label < end; label++) {
      part.field(KEY, labelStrings[labels.key[label]]);
      part.field(STR, labelStrings[labels.str[label]]);
      if (labels.num[label] !== 0n) {
        part.uint(NUM);
        part.bigint(labels.num[label]);
      }
      part.field(NUM_UNIT, labelStrings[labels.numUnit[label]]);
      writePart(LABEL);
    }
    out.uint(SAMPLE);
    out.uint(body.length);
    out.append(body);
    body.length = 0;
  }
  return out.bytes.slice(0, out.length);
}

/** Bytes with room at their end. https://protobuf.dev/programming-guides/encoding/#varints */
class VarintBuffer {
  bytes: Uint8Array;
  length = 0;

  constructor(room: number) {
    this.bytes = new Uint8Array(room);
  }

  /** A whole number from 0 to 2^31 - 1. */
  uint(value: number): void {
    this.makeRoom(MAX_VARINT_BYTES);
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.bytes[this.length++] = rest;
  }

  /** A signed whole number; what 64 bits do not hold becomes the nearest that they do. */
  int(value: number): void {
    if (value >= 0 && value < 2 ** 31) this.uint(value);
    // The largest number was rounded up to 2^63 when it was read.
    else if (value >= 2 ** 63) this.bigint(2n ** 63n - 1n);
    else this.bigint(BigInt(Math.max(value, -(2 ** 63))));
  }

  bigint(value: bigint): void {
    this.makeRoom(MAX_VARINT_BYTES);
    let rest = BigInt.asUintN(64, value);
    for (; rest > 0x7fn; rest >>= 7n) this.bytes[this.length++] = Number(rest & 0x7fn) | 0x80;
    this.bytes[this.length++] = Number(rest);
  }

  /** A field with a number, which is left out where that is 0. */
  field(fieldTag: number, value: number): void {
    if (value === 0) return;
    this.uint(fieldTag);
    this.uint(value);
  }

  append({ bytes, length }: VarintBuffer): void {
    this.makeRoom(length);
    // Most are short: a loop beats `set`, which needs a view of the other buffer.
    for (let at = 0; at < length; at++) this.bytes[this.length + at] = bytes[at];
    this.length += length;
  }

  private makeRoom(bytes: number): void {
    if (this.length + bytes <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + bytes));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

const MAX_VARINT_BYTES = 10;
