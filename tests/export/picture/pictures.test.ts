import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PictureExport } from '../../../src/bridge/export-api.ts';
import {
  AFTER,
  BEFORE,
  FULL_CAPTION,
  pictureRequest,
  WHOLE_GRAPH,
} from '../../helpers/drawn-pictures.ts';
import { exportedFiles, exportTools, type TestTools } from '../../helpers/export-tools.ts';
import { difference, pngPixels } from '../../helpers/png-pixels.ts';
import { hasRsvg, rsvgPng } from '../../helpers/rsvg.ts';
import { comparedView, wholeView } from '../../helpers/views.ts';
import { xmlElements } from '../../helpers/xml-elements.ts';

/*
 * Each picture is compared with a reviewed one in tests/golden/export: its SVG as text, its PNG by pixels,
 * and what another renderer makes of the SVG with the PNG. A new case is a line here; the first run makes
 * its picture.
 */

const goldens = join(import.meta.dirname, '../../golden/export');

const graph = { part: null, orientation: 'icicle', search: null } as const;
const perRequest = {
  ...comparedView,
  base: comparedView.base && {
    ...comparedView.base,
    fairness: { kind: 'per', before: 50, after: 40 } as const,
  },
};

const cases: Readonly<
  Record<string, [Partial<PictureExport> & Pick<PictureExport, 'scene'>, typeof wholeView?]>
> = {
  'graph-light': [{ scene: WHOLE_GRAPH }],
  'graph-flame-searched-dark': [
    {
      theme: 'dark',
      scene: {
        ...WHOLE_GRAPH,
        orientation: 'flame',
        search: { text: 'keys', regex: false, caseSensitive: false },
      },
    },
  ],
  'graph-zoomed': [
    {
      scene: {
        ...WHOLE_GRAPH,
        part: {
          viewport: { weightX0: 0, weightX1: 85, scroll: 20 },
          viewHeight: 50,
          rowHeight: 20,
        },
      },
    },
    {
      ...wholeView,
      granularity: 'lines',
      focus: { kind: 'frame', name: 'shop/orders.(*Service).List' },
    },
  ],
  'graph-share': [{ scene: { ...WHOLE_GRAPH, colorBy: 'share' } }, { ...wholeView, sampleType: 1 }],
  'sides-wide': [
    {
      viewWidth: 960,
      scene: { ...graph, kind: 'sides', colorBy: 'package', scale: 'shared', parts: null },
    },
    perRequest,
  ],
  'sides-narrow-own-dark': [
    {
      theme: 'dark',
      scene: { ...graph, kind: 'sides', colorBy: 'module', scale: 'own', parts: null },
    },
  ],
  'difference-absolute': [
    {
      viewWidth: 860,
      scene: { ...graph, kind: 'difference', width: 'both', changeColor: 'absolute' },
    },
    perRequest,
  ],
  'difference-relative-dark': [
    {
      theme: 'dark',
      scene: { ...graph, kind: 'difference', width: 'after', changeColor: 'relative' },
    },
  ],
  'top-table': [
    {
      viewWidth: 800,
      scene: {
        kind: 'table',
        rows: 4,
        table: { kind: 'top', sort: { column: 'cum', descending: true }, filter: null },
      },
    },
    wholeView,
  ],
  'difference-table': [
    {
      viewWidth: 1100,
      scene: {
        kind: 'table',
        rows: 20,
        table: {
          kind: 'difference',
          sort: { column: 'flatDelta', descending: true, bySize: true },
          filter: { text: 'shop', regex: false, caseSensitive: false },
        },
      },
    },
    perRequest,
  ],
  'top-table-narrow': [
    {
      viewWidth: 320,
      scene: {
        kind: 'table',
        rows: 4,
        table: { kind: 'top', sort: { column: 'flat', descending: true }, filter: null },
      },
    },
    wholeView,
  ],
  'summary-narrow': [{ viewWidth: 320, scene: { kind: 'summary' } }, perRequest],
  summary: [{ viewWidth: 760, scene: { kind: 'summary' } }],
  'summary-of-one': [{ scene: { kind: 'summary' } }, wholeView],
};

/** The PNGs that are kept, small ones: a light and a dark one, of graphs and of text. */
const keptPngs = ['graph-light', 'difference-relative-dark', 'top-table'];

let tools: TestTools;
beforeAll(async () => {
  tools = await exportTools([BEFORE, AFTER]);
});

describe.each(Object.entries(cases))('%s', (name, [picture, view]) => {
  const made = async (format: 'svg' | 'png', pixelRatio: 1 | 2 | 4 = 1) => {
    const request = pictureRequest({ ...picture, format, pixelRatio }, view);
    return (await exportedFiles(request, name, tools)).get(name) ?? new Uint8Array();
  };

  it('is the SVG that was reviewed, and well-formed', async () => {
    const svg = new TextDecoder().decode(await made('svg'));
    expect(xmlElements(svg)[0]?.name).toBe('svg');
    await expect(svg).toMatchFileSnapshot(join(goldens, `${name}.svg`));
    expect(new TextDecoder().decode(await made('svg'))).toBe(svg);
  });

  it.runIf(keptPngs.includes(name))('is the PNG that was reviewed', async () => {
    const file = join(goldens, `${name}.png`);
    const png = await made('png');
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, png);
    }
    const { mean, most } = difference(pngPixels(png), pngPixels(readFileSync(file)));
    expect(mean).toBeLessThan(0.05);
    expect(most).toBeLessThan(48);
  });

  it.skipIf(!hasRsvg)('looks the same in rsvg-convert', async () => {
    const ours = pngPixels(await made('png'));
    const theirs = pngPixels(rsvgPng(await made('svg')));
    const { mean } = difference(ours, theirs);
    expect(mean).toBeLessThan(0.8);
  });
});

describe('a PNG', () => {
  it.each([1, 2, 4] as const)('has %i pixels to each px', async (pixelRatio) => {
    const request = pictureRequest({ scene: WHOLE_GRAPH, format: 'png', pixelRatio });
    const files = await exportedFiles(request, 'graph.png', tools);
    const svg = await exportedFiles(pictureRequest({ scene: WHOLE_GRAPH }), 'graph.svg', tools);
    const [root] = xmlElements(new TextDecoder().decode(svg.get('graph.svg')));
    const { width, height } = pngPixels(files.get('graph.png') ?? new Uint8Array());
    expect([width, height]).toEqual([
      Number(root?.attributes['width']) * pixelRatio,
      Number(root?.attributes['height']) * pixelRatio,
    ]);
  });
});

describe('a caption', () => {
  const textsOf = async (caption: Partial<typeof FULL_CAPTION>) => {
    const request = pictureRequest({
      scene: WHOLE_GRAPH,
      caption: { ...FULL_CAPTION, ...caption },
    });
    const svg = (await exportedFiles(request, 'a.svg', tools)).get('a.svg');
    return xmlElements(new TextDecoder().decode(svg))
      .filter(({ name }) => name === 'text')
      .map(({ text }) => text)
      .join('\n');
  };

  it.each([
    ['title', { title: '' }, 'Objects allocated in api'],
    ['files', { files: false }, 'before.pb.gz'],
    ['subject', { subject: false }, 'what drives the collector'],
    ['denominator', { denominator: false }, 'Percentages are of all 100 objects allocated'],
    ['legend', { legend: false }, 'shop/orders\nshop/keys\nfmt'],
    ['made', { made: false }, 'Allocscope 1.2.3 · 25 Nov 2026'],
  ])('does without its %s', async (_, left, text) => {
    expect(await textsOf({})).toContain(text);
    expect(await textsOf(left)).not.toContain(text);
  });

  it('has the title that was given', async () => {
    expect(await textsOf({ title: 'Why the <p99> fell' })).toContain('Why the <p99> fell');
  });
});
