import { unzlibSync } from 'fflate';

/** The tables of a font by their tags, such as `glyf`. */
export type FontTables = ReadonlyMap<string, Uint8Array>;

const TRUE_TYPE = 0x00010000;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** The tables of a WOFF file. https://www.w3.org/TR/WOFF/ */
export function readWoff(bytes: Uint8Array): FontTables {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let table = 0; table < view.getUint16(12); table++) {
    const entry = WOFF_HEADER + table * WOFF_ENTRY;
    const offset = view.getUint32(entry + 4);
    const packedLength = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    const packed = bytes.subarray(offset, offset + packedLength);
    tables.set(tagAt(bytes, entry), packedLength < length ? unzlibSync(packed) : packed);
  }
  return tables;
}

/**
 * A TrueType file of these tables. https://learn.microsoft.com/typography/opentype/spec/otff
 * Checksums stay 0: nobody who reads fonts from memory asks for them.
 */
export function writeSfnt(tables: FontTables): Uint8Array {
  const sorted = Array.from(tables).sort(([one], [other]) => (one < other ? -1 : 1));
  const directory = SFNT_HEADER + sorted.length * SFNT_ENTRY;
  const size = sorted.reduce((sum, [, { length }]) => sum + padded(length), directory);
  const bytes = new Uint8Array(size);
  const view = viewOf(bytes);
  view.setUint32(0, TRUE_TYPE);
  view.setUint16(4, sorted.length);
  let offset = directory;
  for (const [index, [tag, table]] of sorted.entries()) {
    const entry = SFNT_HEADER + index * SFNT_ENTRY;
    for (let at = 0; at < 4; at++) bytes[entry + at] = tag.charCodeAt(at);
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    bytes.set(table, offset);
    offset += padded(table.length);
  }
  return bytes;
}

/** A table that a font must have. */
export function tableOf(tables: FontTables, tag: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`A font has no table “${tag}”.`);
  return viewOf(table);
}

/** Big-endian numbers of a table. */
export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

const padded = (length: number) => (length + 3) & ~3;

const tagAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
