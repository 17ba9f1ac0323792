import { type FontTables, tableOf } from './sfnt.ts';

/** What is drawn for a character: its outline as the table `glyf` has it, and how far it moves the pen. */
export interface Glyph {
  /** Empty for a space. */
  readonly outline: Uint8Array;
  /** In units of the font, as is the space before the outline. */
  readonly advance: number;
  readonly bearing: number;
}

/** The glyphs of a font by their ids. https://learn.microsoft.com/typography/opentype/spec/glyf */
export function readGlyphs(tables: FontTables): Glyph[] {
  const count = tableOf(tables, 'maxp').getUint16(4);
  const isLong = tableOf(tables, 'head').getInt16(50) === 1;
  const loca = tableOf(tables, 'loca');
  const hmtx = tableOf(tables, 'hmtx');
  const metrics = tableOf(tables, 'hhea').getUint16(34);
  const glyf = tables.get('glyf') ?? new Uint8Array();
  const offsetOf = (id: number) => (isLong ? loca.getUint32(id * 4) : loca.getUint16(id * 2) * 2);
  return Array.from({ length: count }, (_, id) => {
    // The last advance goes for all glyphs after it, of which only the bearings are listed.
    const metric = Math.min(id, metrics - 1) * 4;
    return {
      outline: glyf.subarray(offsetOf(id), offsetOf(id + 1)),
      advance: hmtx.getUint16(metric),
      bearing: hmtx.getInt16(id < metrics ? metric + 2 : metrics * 4 + (id - metrics) * 2),
    };
  });
}

/** The glyph id of each character that a font has, by code point. Reads the format 4 of `cmap`. */
export function readCharacters(tables: FontTables): Map<number, number> {
  const cmap = tableOf(tables, 'cmap');
  const characters = new Map<number, number>();
  for (let table = 0; table < cmap.getUint16(2); table++) {
    const start = cmap.getUint32(4 + table * 8 + 4);
    if (cmap.getUint16(start) === 4) readSegments(cmap, start, characters);
  }
  return characters;
}

function readSegments(cmap: DataView, start: number, characters: Map<number, number>): void {
  const size = cmap.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + size + 2;
  const deltas = starts + size;
  const offsets = deltas + size;
  for (let segment = 0; segment < size; segment += 2) {
    const last = cmap.getUint16(ends + segment);
    const offset = cmap.getUint16(offsets + segment);
    const delta = cmap.getUint16(deltas + segment);
    for (let code = cmap.getUint16(starts + segment); code <= last && code < 0xffff; code++) {
      const within = (code - cmap.getUint16(starts + segment)) * 2;
      const raw = offset === 0 ? code : cmap.getUint16(offsets + segment + offset + within);
      const id = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (id !== 0) characters.set(code, id);
    }
  }
}

/** Flags of the parts of composite glyphs: words as arguments, another part follows, a matrix of four numbers. */
export const WORDS = 0x01;
export const MORE = 0x20;
export const MATRIX = 0x80;
const SCALE = 0x08;
const SCALE_XY = 0x40;

/** An outline whose parts, if it is made of other glyphs, are found `by` ids further on. */
export function shiftedOutline(outline: Uint8Array, by: number): Uint8Array {
  if (outline.length === 0 || by === 0) return outline;
  const shifted = outline.slice();
  const view = new DataView(shifted.buffer);
  if (view.getInt16(0) >= 0) return shifted;
  for (let at = 10, flags = MORE; (flags & MORE) !== 0; ) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, view.getUint16(at + 2) + by);
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4);
    if ((flags & SCALE) !== 0) at += 2;
    else if ((flags & SCALE_XY) !== 0) at += 4;
    else if ((flags & MATRIX) !== 0) at += 8;
  }
  return shifted;
}
