/** Bytes that lines and their beginnings are told by. */
export const Byte = {
  nul: 0x00,
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  escape: 0x1b,
  space: 0x20,
  quote: 0x22,
  hash: 0x23,
  dash: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  less: 0x3c,
  at: 0x40,
  upperA: 0x41,
  upperZ: 0x5a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  lowerA: 0x61,
  lowerZ: 0x7a,
  openBrace: 0x7b,
} as const;

/** Whether it is the byte of one of the digits 0 to 9. False for undefined, which is past the end. */
export function isDigit(byte: number): boolean {
  return byte >= Byte.zero && byte <= Byte.nine;
}

/** Where digits end that begin at `start`. A block ends with a line feed, so this is before its end. */
export function afterDigits(block: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(block[at])) at++;
  return at;
}

export function startsWith(block: Uint8Array, start: number, beginning: Uint8Array): boolean {
  for (let i = 0; i < beginning.length; i++) if (block[start + i] !== beginning[i]) return false;
  return true;
}

export function startsWithOneOf(
  block: Uint8Array,
  start: number,
  beginnings: readonly Uint8Array[],
): boolean {
  for (const beginning of beginnings) if (startsWith(block, start, beginning)) return true;
  return false;
}

/** The bytes of a text of ASCII. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
