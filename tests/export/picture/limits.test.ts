import { describe, expect, it } from 'vitest';
import { checkSize, checkWidth } from '../../../src/export/picture/limits.ts';
import { rasterise } from '../../../src/export/picture/raster.ts';
import { AFTER, BEFORE, pictureRequest, WHOLE_GRAPH } from '../../helpers/drawn-pictures.ts';
import { exportedFiles, exportTools } from '../../helpers/export-tools.ts';
import { pngPixels } from '../../helpers/png-pixels.ts';
import { wholeView } from '../../helpers/views.ts';

describe('a PNG that is too large', () => {
  it('is refused with the size that works', () => {
    expect(() => checkSize({ width: 1280, height: 13_500 }, 4)).toThrow(
      'This picture would be 5,120 × 54,000 pixels, but other programs read up to 32,767 along a side and 268 million in all. It fits at 2 pixels to each px (2,560 × 27,000), or as SVG.',
    );
    expect(() => checkSize({ width: 1280, height: 40_000 }, 1)).toThrow(
      'Export it as SVG, which has no such limit, or show less of it.',
    );
    expect(() => checkSize({ width: 1280, height: 2_000 }, 4)).not.toThrow();
  });

  it('is refused before anything of it is made', async () => {
    const tools = await exportTools([BEFORE]);
    const deep = pictureRequest({
      scene: WHOLE_GRAPH,
      format: 'png',
      viewWidth: 32_000,
      pixelRatio: 4,
    });
    await expect(exportedFiles(deep, 'a.png', tools)).rejects.toThrow('It fits at one pixel');
  });
});

describe('a picture', () => {
  it('that would have no room for its words is refused', () => {
    expect(() => checkWidth({ viewWidth: 200 })).toThrow('A picture is from 320 to 32,767 px wide');
    expect(() => checkWidth({ viewWidth: Number.NaN })).toThrow('px wide');
    expect(() => checkWidth({ viewWidth: 320 })).not.toThrow();
  });

  it('of nothing says so', async () => {
    const view = { ...wholeView, focus: { kind: 'frame', name: 'nobody' } as const };
    const request = pictureRequest({ scene: WHOLE_GRAPH }, view);
    const svg = (await exportedFiles(request, 'a.svg', await exportTools([BEFORE]))).get('a.svg');
    expect(new TextDecoder().decode(svg)).toContain('no stack passes through what was asked for');
  });

  it('of two profiles is refused where there is one', async () => {
    const scene = {
      ...WHOLE_GRAPH,
      kind: 'difference',
      width: 'both',
      changeColor: 'absolute',
    } as const;
    const request = pictureRequest({ scene }, wholeView);
    await expect(
      exportedFiles(request, 'a.svg', await exportTools([BEFORE, AFTER])),
    ).rejects.toThrow('Such a picture shows two profiles, but only one is looked at.');
  });
});

describe('strips', () => {
  const tall = {
    width: 40,
    height: 300,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="300" viewBox="0 0 40 300"><rect width="40" height="300" fill="#ffffff"/><path d="M0 0L40 300L0 300z" fill="#1b8a6b"/><text x="2" y="151" font-family="Inter" font-size="12" font-weight="600">half</text></svg>`,
  };
  const pngOf = async (stripPixels: number, report = () => {}) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of rasterise(tall, 2, { report }, stripPixels)) pieces.push(piece);
    return Buffer.concat(pieces);
  };

  it('make the same picture as one piece', async () => {
    const whole = pngPixels(await pngOf(1e9));
    expect([whole.width, whole.height]).toEqual([80, 600]);
    expect(new Set(whole.rgb).size).toBeGreaterThan(20);
    expect(pngPixels(await pngOf(80 * 2 * 7))).toEqual(whole);
  });

  it('are reported, and nothing more is drawn once that ends the export', async () => {
    let strips = 0;
    const cancel = () => {
      strips++;
      if (strips === 3) throw new Error('Cancelled.');
    };
    await expect(pngOf(80 * 2 * 30, cancel)).rejects.toThrow('Cancelled.');
    expect(strips).toBe(3);
  });
});
