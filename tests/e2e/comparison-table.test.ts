import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { AFTER, BEFORE, type RunningApp, startApp, withApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { selectedName, tableRows, textOf } from './helpers/reading.ts';

const BUILD_KEY = 'myservice/keys.buildKey';

let shared: RunningApp | null = null;
afterAll(async () => {
  await shared?.close();
});

/** Looks at the table of the example's two runs, with nothing selected, filtered or sorted. */
async function atTable(work: (app: RunningApp) => Promise<void>): Promise<void> {
  shared ??= await startApp({ files: [BEFORE, AFTER], width: 1600 });
  const { page, idle, faults } = shared;
  await show(shared, 'Table');
  await page.locator('.breadcrumb').getByRole('button').first().click();
  await page.getByText('alloc_objects', { exact: true }).click();
  await page.getByLabel('Filter the table by function or file').fill('');
  await idle();
  await page.locator('.grid').evaluate((grid) => grid.scrollTo(0, 0));
  await idle();
  await work(shared);
  expect(faults).toEqual([]);
}

/** The same of other files, or in a window of another height, by itself. */
const compared = (
  files: readonly [string, string],
  work: (app: RunningApp) => Promise<void>,
  options: { readonly height?: number } = {},
): Promise<void> =>
  withApp({ files, width: 1600, ...options }, async (app) => {
    await show(app, 'Table');
    await work(app);
  });

async function show({ page, idle }: RunningApp, display: 'Table' | 'Report'): Promise<void> {
  await page.getByRole('button', { name: display, exact: true }).click();
  await idle();
}

const cell = (row: Locator, column: string) => textOf(row.locator(`[data-column="${column}"]`));
const cells = (row: Locator, ...columns: string[]) =>
  Promise.all(columns.map((column) => cell(row, column)));
const changes = (page: Page) =>
  page.locator('.grid-row [data-column="flatDelta"]').allTextContents();
const exactly = (text: string) => new RegExp(`^${text.replace(/[.*()]/g, '\\$&')}$`);
const rowNamed = (page: Page, name: string) =>
  page.locator('.grid-row').filter({ has: page.locator('.go-name', { hasText: exactly(name) }) });

describe('a key in the table', () => {
  it('Enter zooms to the selected function: beside the graphs there, from the table alone with them', () =>
    atTable(async ({ page, idle }) => {
      const lens = () =>
        page
          .locator('.flame-map')
          .first()
          .evaluate(
            (map) => (map.querySelector('.flame-lens')?.clientWidth ?? 0) / map.clientWidth,
          );
      await rowNamed(page, BUILD_KEY).click();
      await page.keyboard.press('Enter');
      await page.locator('.side .flame-graph[data-status=shown]').nth(1).waitFor();
      await idle();
      expect(await selectedName(page)).toBe(BUILD_KEY);
      expect(await lens()).toBeLessThan(0.5);
      await page.locator('.flame-field').first().press('Escape');
      await idle();
      expect(await lens()).toBeGreaterThan(0.9);
      await rowNamed(page, 'myservice/handlers.collectIDs').click();
      await page.keyboard.press('Enter');
      await idle();
      expect(await lens()).toBeLessThan(0.5);
    }));
});

describe('the state of a function', () => {
  it('is of the value beside it, and grey where the change may be noise', () =>
    atTable(async ({ page, idle }) => {
      const mark = (name: string) => rowNamed(page, name).locator('.state-mark');
      // Its flat value fell while its cum rose.
      const enrich = 'myservice/handlers.(*Handler).enrich';
      expect(await cells(rowNamed(page, enrich), 'state', 'flatDelta', 'cumDelta')).toEqual([
        'shrank',
        '−1.33M',
        '+2.90M',
      ]);
      expect(await mark(enrich).getAttribute('data-doubtful')).toBeNull();
      await page.getByText('inuse_space', { exact: true }).click();
      await idle();
      const doubtful = mark('myservice/store.(*Store).Remember');
      expect(await textOf(doubtful)).toBe('shrank');
      expect(await doubtful.getAttribute('data-doubtful')).toBe('true');
    }));
});

describe('the table of a comparison', () => {
  it('has both sides of each function, the change with its sign, and how sure it is', () =>
    atTable(async ({ page }) => {
      const row = rowNamed(page, BUILD_KEY);
      expect(await cells(row, 'state', 'flatBefore', 'flatAfter', 'flatDelta')).toEqual([
        'shrank',
        '2.82M',
        '0',
        '−2.82M',
      ]);
      expect(await cells(row, 'share', 'ratio', 'confidence', 'cumDelta')).toEqual([
        '−10.6%',
        'to 0',
        'real',
        '−2.40M',
      ]);
      expect(await row.locator('[data-column="flatBefore"]').getAttribute('title')).toMatch(
        /^2,8\d\d,\d{3} objects\n95% interval: 2\.\d+M – 3\.\d+M$/,
      );
      const headings = await page.getByRole('columnheader').allTextContents();
      expect(headings).toContain('% of before');
    }));

  it('goes by the size of the change, then by falls, then by rises', () =>
    atTable(async ({ page, idle }) => {
      const heading = page.getByRole('columnheader', { name: 'Δ flat' }).getByRole('button');
      const firstChanges: string[] = [];
      for (let click = 0; click < 3; click++) {
        firstChanges.push((await changes(page))[0] ?? '');
        await heading.click();
        await idle();
      }
      expect(firstChanges).toEqual(['−2.82M', '−2.82M', '+1.02M']);
      expect((await changes(page))[0]).toBe('−2.82M');
    }));

  it('selects with the keyboard what the details then tell about, and copies it', () =>
    atTable(async ({ page, idle }) => {
      await page.getByRole('grid').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await idle();
      expect(await selectedName(page)).toBe('myservice/handlers.makeLine');
      await page.keyboard.press('ControlOrMeta+c');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const [heading, row, ...rest] = copied.trimEnd().split('\n');
      expect(rest).toEqual([]);
      expect(heading).toMatch(
        /^flat before \(objects\)\tflat after \(objects\)\tflat change \(objects\)\t/,
      );
      expect(row).toContain('\tmyservice/handlers.makeLine\t');
      const [before, after, change] = (row ?? '').split('\t').map(Number);
      expect(change).toBe((after ?? 0) - (before ?? 0));
    }));

  it('draws the rows that are seen, and scrolls to the one selected', () =>
    compared(
      [BEFORE, AFTER],
      async ({ page, idle }) => {
        const drawn = await tableRows(page).count();
        expect(drawn).toBeLessThan(Number.parseInt(await textOf(page.locator('.table-count')), 10));
        await page.getByRole('grid').focus();
        await page.keyboard.press('End');
        await idle();
        expect(await page.locator('.grid-row[data-cursor]').isVisible()).toBe(true);
        expect(await page.locator('.grid').evaluate((grid) => grid.scrollTop)).toBeGreaterThan(0);
      },
      { height: 460 },
    ));

  it('is filtered', () =>
    atTable(async ({ page, idle }) => {
      await page.getByLabel('Filter the table by function or file').fill('buildKey');
      await idle();
      expect(await tableRows(page).count()).toBe(1);
      expect(await textOf(page.locator('.table-count'))).toMatch(/^1 of \d+ rows$/);
    }));

  it('finds no change between a file and its copy', async () => {
    const copy = join(await scratchFolder(), 'copy.pb.gz');
    await copyFile(BEFORE, copy);
    await compared([BEFORE, copy], async (app) => {
      expect(new Set(await changes(app.page))).toEqual(new Set(['0']));
      const states = app.page.locator('.grid-row [data-column="state"]');
      expect(new Set(await states.allTextContents())).toEqual(new Set(['same']));
      await show(app, 'Report');
      expect(await textOf(app.page.locator('.report h2'))).toBe(
        'Objects allocated did not change: 26.5M on both sides.',
      );
    });
  });

  it('of the sides exchanged has the opposite sign', () =>
    compared([AFTER, BEFORE], async ({ page }) => {
      const row = rowNamed(page, BUILD_KEY);
      expect(await cells(row, 'flatDelta', 'ratio')).toEqual(['+2.82M', 'from 0']);
    }));
});

describe('the details of a comparison', () => {
  it('tell both sides, how sure the change is, and what that leaves out', () =>
    atTable(async ({ page, idle }) => {
      await rowNamed(page, BUILD_KEY).click();
      await idle();
      const details = page.locator('.comparison-details');
      const box = details.getByRole('region', { name: 'Confidence' });
      expect(await textOf(box)).toMatch(
        /A real change\. \d+ → 0 raw samples; p < 0\.001 after correction\./,
      );
      expect(await textOf(box)).toContain('95% intervals of flat, objects allocated.');
      expect(await textOf(box)).toContain('from run to run is not covered');
      const flat = details.getByRole('row', { name: /^flat/ }).first();
      expect(await flat.getByRole('cell').allTextContents()).toEqual(['2.82M', '0', '−2.82Mto 0']);
      expect(await details.locator('.quantity-head').allTextContents()).toEqual([
        'Objects allocated',
        'Bytes allocated',
        'Objects live',
        'Bytes live',
      ]);
    }));

  it('lead to callers', () =>
    atTable(async ({ page, idle }) => {
      await rowNamed(page, BUILD_KEY).click();
      await idle();
      const callers = page.locator('.neighbours').first();
      expect(await textOf(callers)).toContain('3.57M → 1.17M');
      await callers.getByRole('button').first().click();
      await idle();
      expect(await selectedName(page)).toBe('myservice/keys.OrderKey');
      const row = rowNamed(page, 'myservice/keys.OrderKey');
      expect(await row.getAttribute('aria-selected')).toBe('true');
    }));

  it('are facts of both profiles while nothing is selected', () =>
    atTable(async ({ page }) => {
      const facts = page.locator('.pair-facts');
      const samples = facts.getByRole('row', { name: /^samples/ });
      const [before, after] = await samples.getByRole('cell').allTextContents();
      expect(before).toMatch(/^[\d,]+$/);
      expect(after).not.toBe(before);
      expect(await textOf(facts)).toContain('512 KiB sampling on both sides');
    }));
});

describe('the report', () => {
  it('stands on its own, and is copied as it stands', () =>
    atTable(async (app) => {
      const { page } = app;
      await show(app, 'Report');
      const report = page.getByRole('main', { name: 'Report' });
      const headline = await textOf(report.getByRole('heading', { level: 2 }));
      expect(headline).toBe('Objects allocated fell from 26.5M to 8.41M (−68.3% of before).');
      await report.getByRole('button', { name: 'Copy as Markdown' }).click();
      const markdown = await page.evaluate(() => navigator.clipboard.readText());
      expect(markdown.split('\n')[0]).toBe(`## ${headline}`);
      for (const name of await report.locator('.report-table code').allTextContents()) {
        expect(markdown).toContain(`${name}\``);
      }
      expect(markdown).toMatch(/SHA-256 `[0-9a-f]{64}`/);
    }));

  it('of a change that may be noise claims none', () =>
    atTable(async (app) => {
      await app.page.locator('input[value="inuse_objects"]').check({ force: true });
      await app.idle();
      await show(app, 'Report');
      const headline = await textOf(app.page.locator('.report h2'));
      expect(headline).toMatch(/^Objects live: .* of before\), within sampling noise\.$/);
    }));
});

it('axe finds nothing in table, details and report', () =>
  compared(
    [BEFORE, AFTER],
    async (app) => {
      const { page, idle } = app;
      await expectNone(page, 'nothing selected', '.comparison-details');
      await tableRows(page).first().click();
      await idle();
      await expectNone(page, 'table', '.difference-table');
      await expectNone(page, 'details', '.comparison-details');
      await show(app, 'Report');
      await expectNone(page, 'report', '.report');
    },
    // Few rows: axe looks at each cell of each.
    { height: 460 },
  ));
