import { describe, expect, it } from 'vitest';
import type { PictureExport } from '../../../src/bridge/export-api.ts';
import type { Profile } from '../../../src/core/profile/profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { FULL_CAPTION, pictureRequest, WHOLE_GRAPH } from '../../helpers/drawn-pictures.ts';
import { exportedFiles, exportTools } from '../../helpers/export-tools.ts';
import { pngPixels } from '../../helpers/png-pixels.ts';
import { wholeView } from '../../helpers/views.ts';
import { xmlElements } from '../../helpers/xml-elements.ts';

const named = (name: string): Profile => {
  const drawn = drawProfile('types alloc_objects/count\nf 10');
  return { ...drawn, functions: { ...drawn.functions, name: [name] } };
};

const topTable = {
  kind: 'table',
  rows: 5,
  table: { kind: 'top', sort: { column: 'flat', descending: true }, filter: null },
} as const;

async function textsOf(profile: Profile, picture: Partial<PictureExport> = {}): Promise<string> {
  const tools = await exportTools([{ name: 'a.pb', profile }]);
  const request = pictureRequest({ scene: WHOLE_GRAPH, ...picture }, wholeView);
  const svg = (await exportedFiles(request, 'a.svg', tools)).get('a.svg');
  return xmlElements(new TextDecoder().decode(svg))
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)
    .join('\n');
}

const texts: readonly [what: string, written: string, read: string][] = [
  ['an ampersand', 'a&b&amp;c', 'a&b&amp;c'],
  ['tags', 'a<script>alert(1)</script>', 'a<script>alert(1)</script>'],
  ['both quotes', `a"b'c`, `a"b'c`],
  ['the end of character data', 'a]]>b<![CDATA[c', 'a]]>b<![CDATA[c'],
  ['control characters', 'a\u0000\u0007\u001bb', 'a\\u{0}\\u{7}\\u{1B}b'],
  ['line breaks', 'a\n\r\u2028b', 'a\\u{A}\\u{D}\\u{2028}b'],
  ['marks of direction', 'a\u202Eevil\u2066b', 'a\\u{202E}evil\\u{2066}b'],
  ['noncharacters', 'a\uFFFE\uFFFFb', 'a\\u{FFFE}\\u{FFFF}b'],
  ['zero-width characters', 'a\u200B\uFEFFb', 'a\\u{200B}\\u{FEFF}b'],
];

describe('the text of a picture', () => {
  it.each(texts)('has %s of a name as they are, or as their numbers', async (_, written, read) => {
    expect(await textsOf(named(written))).toContain(read);
    expect(await textsOf(named(written), { scene: topTable })).toContain(read);
  });

  // A profile cannot hold halves of surrogate pairs, being UTF-8, but a title can.
  it.each([...texts, ['lone surrogates', 'a\uD800b', 'a\\u{D800}b'] as const])(
    'has %s of a title likewise',
    async (_, written, read) => {
      const caption = { ...FULL_CAPTION, title: written };
      expect(await textsOf(named('f'), { caption })).toContain(read);
    },
  );

  it('has long names cut, never half a pair', async () => {
    const shown = await textsOf(named('😀'.repeat(400)), { scene: topTable });
    expect(shown).toMatch(/^…😀+$/mu);
  });

  it('keeps letters that are written from the right from what stands beside them', async () => {
    const profile = drawProfile('types alloc_objects/count\nf 10');
    const tools = await exportTools([{ name: 'א1.pb', profile }]);
    const request = pictureRequest({ scene: WHOLE_GRAPH }, wholeView);
    const svg = (await exportedFiles(request, 'a.svg', tools)).get('a.svg');
    const pieces = xmlElements(new TextDecoder().decode(svg)).filter(
      ({ name }) => name === 'tspan',
    );
    const isolated = pieces.filter(({ attributes }) => attributes['unicode-bidi'] === 'isolate');
    expect(isolated.map(({ text }) => text.trim())).toEqual(['א1.pb']);
  });

  it('has letters that the fonts lack', async () => {
    expect(await textsOf(named('main.日本'))).toContain('main.日本');
  });
});

describe('a PNG', () => {
  it('spells what the fonts lack by its number, which is as wide as it is drawn', async () => {
    const tools = await exportTools([{ name: 'a.pb', profile: named('日') }]);
    const spelled = await exportTools([{ name: 'a.pb', profile: named('\\u{65E5}') }]);
    const request = pictureRequest({ scene: WHOLE_GRAPH, format: 'png' });
    const png = async (with_: typeof tools) =>
      pngPixels((await exportedFiles(request, 'a.png', with_)).get('a.png') ?? new Uint8Array());
    expect(await png(tools)).toEqual(await png(spelled));
  });
});
