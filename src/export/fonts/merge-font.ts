import { derivedGlyphs, evenDigits } from './derived-glyphs.ts';
import { type Glyph, readCharacters, readGlyphs, shiftedOutline } from './glyphs.ts';
import { type FontTables, tableOf, viewOf, writeSfnt } from './sfnt.ts';

/** One font of all the parts that it came in. */
export interface MergedFont {
  /** A TrueType file, without kerning and ligatures: texts are as wide as their characters. */
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  /** How far each character moves the pen, by code point, in units of the font. */
  readonly advances: ReadonlyMap<number, number>;
}

/**
 * Puts together a font that is shipped in parts, one for each script, and names its family. Who draws then
 * finds every character in one font, instead of looking for it in fonts of other weights.
 * `hasEvenDigits` makes all digits equally wide.
 */
export function mergeFont(
  family: string,
  parts: readonly FontTables[],
  hasEvenDigits: boolean,
): MergedFont {
  const [first] = parts;
  if (first === undefined) throw new Error('A font has no parts.');
  const glyphs: Glyph[] = [];
  const characters = new Map<number, number>();
  for (const part of parts) {
    const from = glyphs.length;
    for (const [code, id] of readCharacters(part)) {
      if (!characters.has(code)) characters.set(code, from + id);
    }
    for (const glyph of readGlyphs(part)) {
      glyphs.push({ ...glyph, outline: shiftedOutline(glyph.outline, from) });
    }
  }
  const find = (character: string) => {
    const id = characters.get(character.codePointAt(0) ?? 0);
    const glyph = id === undefined ? undefined : glyphs[id];
    return id === undefined || glyph === undefined ? undefined : { id, glyph };
  };
  for (const [character, glyph] of [
    ...derivedGlyphs(find),
    ...(hasEvenDigits ? evenDigits(find) : []),
  ]) {
    characters.set(character.codePointAt(0) ?? 0, glyphs.push(glyph) - 1);
  }
  const { glyf, loca } = outlineTables(glyphs);
  const tables = new Map([
    ['OS/2', first.get('OS/2') ?? new Uint8Array()],
    ['cmap', cmapTable(characters)],
    ['glyf', glyf],
    ['head', changed(first, 'head', (head) => head.setInt16(50, 1))],
    ['hhea', changed(first, 'hhea', (hhea) => hhea.setUint16(34, glyphs.length))],
    ['hmtx', metricsTable(glyphs)],
    ['loca', loca],
    ['maxp', changed(first, 'maxp', (maxp) => maxp.setUint16(4, glyphs.length))],
    ['name', nameTable(family)],
    ['post', changed(first, 'post', (post) => post.setUint32(0, NAMELESS)).subarray(0, 32)],
  ]);
  const advances = new Map(
    Array.from(characters, ([code, id]) => [code, glyphs[id]?.advance ?? 0]),
  );
  return { bytes: writeSfnt(tables), unitsPerEm: tableOf(first, 'head').getUint16(18), advances };
}

/** The version of `post` that names no glyphs. */
const NAMELESS = 0x00030000;

function changed(tables: FontTables, tag: string, change: (view: DataView) => void): Uint8Array {
  const copy = (tables.get(tag) ?? new Uint8Array()).slice();
  change(viewOf(copy));
  return copy;
}

function outlineTables(glyphs: readonly Glyph[]): { glyf: Uint8Array; loca: Uint8Array } {
  const even = (length: number) => (length + 3) & ~3;
  const glyf = new Uint8Array(glyphs.reduce((sum, { outline }) => sum + even(outline.length), 0));
  const loca = new Uint8Array((glyphs.length + 1) * 4);
  const offsets = viewOf(loca);
  let end = 0;
  for (const [id, { outline }] of glyphs.entries()) {
    glyf.set(outline, end);
    end += even(outline.length);
    offsets.setUint32((id + 1) * 4, end);
  }
  return { glyf, loca };
}

function metricsTable(glyphs: readonly Glyph[]): Uint8Array {
  const table = new Uint8Array(glyphs.length * 4);
  const view = viewOf(table);
  for (const [id, { advance, bearing }] of glyphs.entries()) {
    view.setUint16(id * 4, advance);
    view.setInt16(id * 4 + 2, bearing);
  }
  return table;
}

/** Format 12, a group to each character. https://learn.microsoft.com/typography/opentype/spec/cmap */
function cmapTable(characters: ReadonlyMap<number, number>): Uint8Array {
  const sorted = Array.from(characters).sort(([one], [other]) => one - other);
  const length = 16 + sorted.length * 12;
  const table = new Uint8Array(12 + length);
  const view = viewOf(table);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, length);
  view.setUint32(24, sorted.length);
  for (const [row, [code, id]] of sorted.entries()) {
    const group = 28 + row * 12;
    view.setUint32(group, code);
    view.setUint32(group + 4, code);
    view.setUint32(group + 8, id);
  }
  return table;
}

const FAMILY = 1;
const POSTSCRIPT = 6;

/** Names for Windows in English. https://learn.microsoft.com/typography/opentype/spec/name */
function nameTable(family: string): Uint8Array {
  // Both are needed for a font to be taken; a PostScript name has no spaces.
  const names = [
    { id: FAMILY, text: family },
    { id: POSTSCRIPT, text: family.replaceAll(' ', '') },
  ];
  const texts = 6 + names.length * 12;
  const table = new Uint8Array(names.reduce((sum, { text }) => sum + text.length * 2, texts));
  const view = viewOf(table);
  view.setUint16(2, names.length);
  view.setUint16(4, texts);
  let offset = 0;
  for (const [row, { id, text }] of names.entries()) {
    for (const [at, value] of [3, 1, 0x409, id, text.length * 2, offset].entries()) {
      view.setUint16(6 + row * 12 + at * 2, value);
    }
    for (let at = 0; at < text.length; at++) {
      view.setUint16(texts + offset + at * 2, text.charCodeAt(at));
    }
    offset += text.length * 2;
  }
  return table;
}
