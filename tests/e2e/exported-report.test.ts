import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ReportExport } from '../../src/bridge/export-api.ts';
import { visibleText } from '../../src/core/text/visible-text.ts';
import {
  empty,
  hostile,
  hostileNames,
  type Reported,
  reportRequest,
  serviceAlone,
  servicePerRequest,
} from '../export/report/reports.ts';
import { exportedFiles, exportTools } from '../helpers/export-tools.ts';
import { expectNone } from './helpers/axe.ts';
import { openPage, type PageOptions } from './helpers/exported-page.ts';

const notes = [
  'We cached the **keys**.',
  '![a](https://example.com/a.png) <img src="https://example.com/b.png" onerror="globalThis.broken = 1">',
  '<script>globalThis.broken = 1</script><style>*{display:none}</style>',
].join('\n\n');

/** Opens a report, does something with it, and expects that it asked for nothing and complained of nothing. */
async function withReport(
  reported: Reported,
  act: (page: Page) => Promise<void>,
  { theme = 'light', ...options }: Partial<ReportExport> = {},
  opening: PageOptions = {},
): Promise<void> {
  const request = reportRequest(reported, { format: 'html', theme, notes, ...options });
  const tools = await exportTools(reported.profiles);
  const files = await exportedFiles(request, 'report.html', tools);
  expect(Array.from(files.keys())).toEqual(['report.html']);
  const opened = await openPage(files.get('report.html') ?? new Uint8Array(), {
    ...opening,
    ready: null,
  });
  try {
    await act(opened.page);
    expect(opened.faults).toEqual([]);
    expect(opened.requests.filter((url) => !url.startsWith('data:font/'))).toEqual([]);
  } finally {
    await opened.close();
  }
}

const headings = (page: Page) => page.locator('h1, h2').allTextContents();

it('opens from the disk, loads nothing, and says what was found', async () => {
  await withReport(servicePerRequest, async (page) => {
    expect(await page.title()).toBe(
      'Objects allocated per request fell from 332 to 105 (−68.3% of before).',
    );
    expect(await headings(page)).toEqual([
      await page.title(),
      'Notes',
      'Results',
      'Before and after, side by side',
      'Difference flame graph',
      'Totals',
      'Totals as measured',
      'Largest falls',
      'Largest rises',
      'Where it allocates, and how',
      'What is missing',
      'What to know before trusting it',
      'How the figures were obtained',
      'What the words mean',
    ]);
  });
});

it('has pictures whose names can be found, in the fonts that the file brings', async () => {
  await withReport(servicePerRequest, async (page) => {
    const pictures = page.getByRole('img');
    expect(await pictures.count()).toBe(2);
    expect(await pictures.first().getAttribute('aria-label')).toContain('side by side');
    expect(await page.locator('figure svg text', { hasText: 'buildKey' }).count()).toBeGreaterThan(
      0,
    );
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return Array.from(document.fonts, ({ family, status }) => `${family} ${status}`);
    });
    expect(loaded).toContain('Inter loaded');
    expect(loaded.filter((font) => font.endsWith('error'))).toEqual([]);
  });
});

describe('axe finds nothing in a report', () => {
  it.each([
    { of: 'two profiles', reported: servicePerRequest },
    { of: 'one profile', reported: serviceAlone },
    { of: 'nothing', reported: empty },
  ])('of $of', async ({ of, reported }) => {
    await withReport(reported, (page) => expectNone(page, of));
  });
});

it('shows names and notes as text, whatever they are', async () => {
  await withReport(hostile, async (page) => {
    const names = await page.locator('tbody th').allTextContents();
    for (const name of hostileNames) expect(names).toContain(visibleText(name));
    expect(await page.locator('script, img, iframe, object, embed, link').count()).toBe(0);
    expect(await page.locator('style').count()).toBe(1);
    expect(await page.locator('.notes').textContent()).toContain('<script>globalThis.broken = 1');
    expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  });
});

it('has beneath each figure of the results where it is from', async () => {
  await withReport(servicePerRequest, async (page) => {
    const figure = page.locator('tbody th', { has: page.locator('small') }).first();
    const [whole, source] = [
      await figure.boundingBox(),
      await figure.locator('small').boundingBox(),
    ];
    expect(source?.y).toBeGreaterThan((whole?.y ?? 0) + (source?.height ?? 0));
  });
});

it('is as wide as its window, and no wider', async () => {
  for (const width of [380, 1280, 2560]) {
    await withReport(
      servicePerRequest,
      async (page) => {
        const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrolled).toBeLessThanOrEqual(width);
      },
      {},
      { width },
    );
  }
});

it('is printed light', async () => {
  await withReport(
    serviceAlone,
    async (page) => {
      const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
      const paper = () => page.locator('figure svg:visible > rect').first().getAttribute('fill');
      expect([await ink(), await paper()]).toEqual(['rgb(236, 236, 238)', '#151517']);
      await page.emulateMedia({ media: 'print' });
      expect([await ink(), await paper()]).toEqual(['rgb(29, 28, 26)', '#ffffff']);
    },
    { theme: 'dark' },
  );
});
