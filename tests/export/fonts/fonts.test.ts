import { beforeAll, describe, expect, it } from 'vitest';
import { FACES, type FaceName, FONTS } from '../../../src/export/fonts/fonts.ts';
import { rasterise } from '../../../src/export/picture/raster.ts';
import { pngPixels } from '../../helpers/png-pixels.ts';

beforeAll(() => FONTS.load());

const faces = Object.keys(FACES) as FaceName[];

/** Where ink begins and ends from left to right, when a text is drawn at 100 px from x = 10 on. */
async function inkOf(text: string, face: FaceName): Promise<{ left: number; right: number }> {
  const { families, weight } = FACES[face];
  const width = Math.ceil(FONTS.width(text, face, 100)) + 40;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="160" viewBox="0 0 ${width} 160"><rect width="${width}" height="160" fill="#ffffff"/><text x="10" y="110" font-family="${families.join(', ')}" font-weight="${weight}" font-size="100">${text}</text></svg>`;
  const pieces: Uint8Array[] = [];
  for await (const piece of rasterise({ svg, width, height: 160 }, 1, { report: () => {} })) {
    pieces.push(piece);
  }
  const { rgb } = pngPixels(Buffer.concat(pieces));
  const inked = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: 160 }, (_, y) => rgb[(y * width + x) * 3] ?? 255).some((red) => red < 128),
  );
  return { left: inked[0] ?? -1, right: (inked.at(-1) ?? -1) + 1 };
}

describe('the fonts of pictures', () => {
  // H and M have upright stems: ink begins and ends near the edges of their boxes.
  it.each(faces)('are as wide as they are drawn: %s', async (face) => {
    const margin = (FONTS.width('H', face, 100) - (await widthOfInk('H', face))) / 2;
    for (const text of ['HamburgefonstivH', 'H10 → ≥ 7 ∞ − ΔH', 'HжЩH', 'HłőạệH', 'HAVATo->fiH']) {
      const { left, right } = await inkOf(text, face);
      const wide = FONTS.width(text, face, 100) - 2 * margin;
      expect(Math.abs(right - left - wide), text).toBeLessThan(2.5);
    }
  });

  it('have digits of one width for columns', () => {
    const widths = new Set(Array.from('0123456789', (digit) => FONTS.width(digit, 'tabular', 12)));
    expect(widths.size).toBe(1);
    expect(FONTS.width('1', 'regular', 12)).toBeLessThan(FONTS.width('1', 'tabular', 12));
  });

  it.each(faces)('have what Allocscope itself writes: %s', (face) => {
    const lacking = Array.from('…·−×→←≥≤∞Δ“”’–—µ%|').filter(
      (character) => !FONTS.has(character, face),
    );
    expect(lacking).toEqual([]);
    expect(FONTS.has('日', face)).toBe(false);
  });
});

async function widthOfInk(text: string, face: FaceName): Promise<number> {
  const { left, right } = await inkOf(text, face);
  return right - left;
}
