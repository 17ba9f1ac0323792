/*
 * Protobuf written by hand, for profiles that no encoder would write.
 * https://protobuf.dev/programming-guides/encoding/
 */

type Bytes = readonly number[];

export function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

/** A field with a number. */
export function number(field: number, value: number | bigint): number[] {
  return [...varint(field << 3), ...varint(value)];
}

/** A field with bytes: a text, a nested message, a packed run. */
export function bytes(field: number, content: string | Bytes): number[] {
  const raw = typeof content === 'string' ? [...new TextEncoder().encode(content)] : content;
  return [...varint((field << 3) | 2), ...varint(raw.length), ...raw];
}

/** A field with a nested message of these fields. */
export function message(field: number, ...fields: Bytes[]): number[] {
  return bytes(field, fields.flat());
}

export function packed(field: number, values: readonly (number | bigint)[]): number[] {
  return bytes(field, values.flatMap(varint));
}

/** The parts of a small sound profile; a test replaces those that it is about. */
const soundParts = {
  types: [message(1, number(1, 1), number(2, 2))],
  samples: [message(2, packed(1, [2, 1]), packed(2, [96]))],
  mappings: [message(3, number(1, 1), number(2, 0x400000), number(3, 0x500000), number(5, 6))],
  locations: [
    message(4, number(1, 1), number(2, 1), message(4, number(1, 1), number(2, 7))),
    message(4, number(1, 2), number(2, 1), message(4, number(1, 2), number(2, 12))),
  ],
  functions: [
    message(5, number(1, 1), number(2, 3), number(4, 5)),
    message(5, number(1, 2), number(2, 4), number(4, 5)),
  ],
  strings: [
    '',
    'alloc_space',
    'bytes',
    'main',
    'handle',
    'main.go',
    '/bin/service',
    'tenant',
    'blue',
  ].map((text) => bytes(6, text)),
  rest: [] as number[][],
};

export type ProfileParts = Partial<Record<keyof typeof soundParts, readonly Bytes[]>>;

/** `main;handle 96` in alloc_space/bytes, with some parts replaced. */
export function profileBytes(parts: ProfileParts = {}): Uint8Array {
  return Uint8Array.from(Object.values({ ...soundParts, ...parts }).flat(2));
}
