import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { ExportRequest, PictureExport, ReportExport } from '../../../src/bridge/export-api.ts';
import { visibleText } from '../../../src/core/text/visible-text.ts';
import { reportMaker } from '../../../src/export/report/make-report.ts';
import { exportTools } from '../../helpers/export-tools.ts';
import {
  drawnPair,
  empty,
  focused,
  hostile,
  hostileNames,
  type Reported,
  reportRequest,
  serviceAlone,
  serviceCounted,
  serviceCountedAlone,
  serviceInFull,
  servicePerRequest,
  serviceTraced,
} from './reports.ts';

/* With pictures that say what they would show. */

const makeReport = reportMaker(async function* drawn(
  _: ExportRequest,
  picture: PictureExport,
  file,
) {
  const { scene, format, pixelRatio, viewWidth, theme } = picture;
  const text = `${scene.kind} as ${format} at ${pixelRatio}, ${viewWidth} px, ${theme}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1120 40" style="font-variant-ligatures:none"><text id="t" fill="url(#t)">${text}</text></svg>`;
  yield await Promise.resolve({ file, bytes: new TextEncoder().encode(svg) });
});

async function filesOf(
  reported: Reported,
  options: Partial<ReportExport> = {},
  fileName = `report.${options.format ?? 'md'}`,
): Promise<Map<string, string>> {
  const tools = await exportTools(reported.profiles, () => {}, reported.texts);
  const request = reportRequest(reported, { ...options, evidence: tools.sides });
  const files = new Map<string, string>();
  for await (const { file, bytes } of makeReport(request, request.what, fileName, tools)) {
    files.set(file, (files.get(file) ?? '') + new TextDecoder().decode(bytes));
  }
  return files;
}

const mainOf = async (...args: Parameters<typeof filesOf>) =>
  Array.from((await filesOf(...args)).values())[0] ?? '';

const golden = (name: string) => join(import.meta.dirname, '../../golden/report', name);

/** Markup without its style sheet, most of which are fonts. */
const withoutStyle = (html: string) =>
  html.replace(/<style>.*<\/style>/s, '<style></style>').replace(/'sha256-.*?'/g, "'sha256-…'");

/** How a drawn profile is written into a file is no matter of reports. */
const settled = (text: string, { profiles: [first] }: Reported) =>
  typeof first === 'string' ? text : text.replace(/\b[0-9a-f]{64}\b/g, '…');

describe('a report', () => {
  const notes = 'We cached the keys.\n\n- deployed on *Monday*\n';
  it.each([
    ['service-per-request', servicePerRequest, { title: 'Key cache', notes }],
    ['service-alone', serviceAlone, {}],
    ['service-in-full', serviceInFull, {}],
    ['service-traced', serviceTraced, {}],
    ['service-counted', serviceCounted, {}],
    ['service-counted-alone', serviceCountedAlone, {}],
    ['focused', focused, {}],
    ['drawn-pair', drawnPair, {}],
    ['empty', empty, {}],
    ['hostile', hostile, {}],
  ] as const)('of %s reads as it was reviewed', async (name, reported, options) => {
    const markdown = await mainOf(reported, options);
    await expect(settled(markdown, reported)).toMatchFileSnapshot(golden(`${name}.md`));
    const html = await mainOf(reported, { ...options, format: 'html', theme: 'dark' });
    const markup = settled(withoutStyle(html), reported);
    await expect(markup).toMatchFileSnapshot(golden(`${name}.html.txt`));
  });

  it('says of each table of allocations what its values are divided by', async () => {
    const text = await mainOf({ ...servicePerRequest, texts: serviceInFull.texts ?? [] });
    const [, results = ''] = text.split('## Results');
    expect(results.split('\n')[6]).toMatchInlineSnapshot(
      `"| Objects allocated per request (heap.pb.gz) | 332 | 105 | −68.3% (beyond sampling noise (95%: −71.4% to −64.8%)) |"`,
    );
    const notes = text.split('\n').filter((line) => line.includes('Objects and bytes are'));
    expect(notes.join('\n')).toMatchInlineSnapshot(`
      "Of the run after. Objects and bytes are per request.
      Allocations that the compiler speaks of: 25 new, 42 gone, 6 only moved, 60 unchanged. Objects and bytes are per request.
      The heaviest of 74 lines that allocate, by themselves or by what they call of Go’s library. Objects and bytes are per request."
    `);
  });

  it('has its main file first, and pictures beside it that it shows', async () => {
    const files = await filesOf(servicePerRequest, {}, 'Week 48.md');
    expect(Array.from(files.keys())).toEqual([
      'Week 48.md',
      'Week-48-sides.png',
      'Week-48-difference.png',
    ]);
    const links = Array.from(files.get('Week 48.md')?.matchAll(/!\[.*\]\((.*)\)/g) ?? []);
    expect(links.map(([, address]) => address)).toEqual([
      'Week-48-sides.png',
      'Week-48-difference.png',
    ]);
    expect(files.get('Week-48-sides.png')).toContain('sides as png at 2');
  });

  it('is one file as HTML, with pictures in its theme', async () => {
    const files = await filesOf(serviceAlone, { format: 'html', theme: 'dark' });
    expect(Array.from(files.keys())).toEqual(['report.html']);
    expect(files.get('report.html')).toContain('graph as svg at 2, 1120 px, dark');
  });

  it('names pictures of names that are addresses', async () => {
    const files = await filesOf(serviceAlone, {}, 'Übersicht.md');
    expect(files.get('Übersicht.md')).toContain('](%C3%9Cbersicht-graph.png)');
    expect(files.has('Übersicht-graph.png')).toBe(true);
  });

  it('says a hazard that makes it worthless at the top, and that there are warnings', async () => {
    const [before = ''] = servicePerRequest.profiles;
    const [nothing = ''] = empty.profiles;
    const text = await mainOf({ ...servicePerRequest, profiles: [before, nothing] });
    expect(text.split('##')[0]).toContain('\n> Says nothing: After has no samples: ');
    const [lone = ''] = await mainOf(empty).then((report) => report.split('##'));
    expect(lone).toContain(
      '\n> 2 warnings stand below, under “What to know before trusting it”.\n',
    );
  });

  it('can be cancelled while it asks', async () => {
    const tools = await exportTools(serviceAlone.profiles, () => {
      throw new Error('cancelled');
    });
    const { what, ...request } = reportRequest(serviceAlone);
    const pieces = makeReport({ ...request, what }, what, 'report.md', tools);
    await expect(pieces.next()).rejects.toThrow('cancelled');
  });

  it('refuses what one side did not measure with a sentence', async () => {
    const view = { ...drawnPair.view, sampleType: 7 };
    await expect(filesOf({ ...drawnPair, view })).rejects.toThrow(
      'what is looked at was not measured. Choose another sample type.',
    );
  });
});

describe('the author’s words', () => {
  const notes = '# *Ours*\n\n<b>kept</b> | as | typed\n\n```\nx\n```';

  it('are kept as they were typed in Markdown', async () => {
    expect(await mainOf(serviceAlone, { notes })).toContain(`\n## Notes\n\n${notes}\n\n## `);
  });

  it('are markup of their own in HTML, without any HTML', async () => {
    const html = await mainOf(serviceAlone, { notes, format: 'html' });
    expect(html).toContain('<h3><em>Ours</em></h3>');
    expect(html).toContain('&lt;b&gt;kept&lt;/b&gt; | as | typed');
  });

  it('have no section where there are none', async () => {
    expect(await mainOf(serviceAlone, { notes: ' \n' })).not.toContain('Notes');
    expect(await mainOf(serviceAlone, { format: 'html' })).not.toContain('Notes');
  });
});

describe('names from profiles', () => {
  it('are code in Markdown, whatever they are', async () => {
    const text = await mainOf(hostile);
    const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    const elements = new Set(Array.from(html.matchAll(/<([a-z][a-z0-9]*)/g), ([, name]) => name));
    const ours = ['h1', 'h2', 'p', 'code', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
    expect([...elements].sort()).toEqual([...ours, 'hr', 'li', 'strong', 'ul'].sort());
    expect(html.match(/<img/g)).toHaveLength(1);
    const names = Array.from(html.matchAll(/<td>(.*?)<\/td>/gs), ([, cell = '']) =>
      cell
        .replace(/<\/?code>/g, '')
        .replace(/&(lt|gt|amp|quot);/g, (_, name) => unescaped[name as keyof typeof unescaped]),
    );
    for (const name of hostileNames) expect(names).toContain(visibleText(name));
  });

  it('have the columns of their table', async () => {
    const text = await mainOf(hostile);
    const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    for (const [row] of html.matchAll(/<tr>\n(?:<td.*<\/td>\n)+<\/tr>/g)) {
      expect([3, 4, 5]).toContain(row.match(/<td/g)?.length);
    }
  });
});

const unescaped = { lt: '<', gt: '>', amp: '&', quot: '"' };

describe('as HTML', () => {
  it('allows its own style sheet and fonts, and nothing else', async () => {
    const html = await mainOf(serviceAlone, { format: 'html' });
    const [, policy = ''] = /Content-Security-Policy" content="(.*?)"/.exec(html) ?? [];
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'none'",
      `style-src 'sha256-${hash}'`,
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).not.toMatch(/<script| style="| on[a-z]+="/);
  });

  it('keeps the names of one picture’s parts from those of another', async () => {
    const html = await mainOf(servicePerRequest, { format: 'html' });
    for (const picture of ['picture1', 'picture2']) {
      expect(html).toContain(`<text id="${picture}-t" fill="url(#${picture}-t)">`);
    }
  });
});
