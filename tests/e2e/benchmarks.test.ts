import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { AFTER, BEFORE, chooseFiles, type RunningApp, withApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';

const example = resolve(import.meta.dirname, '../../resources/example');
const STORY = ['before', 'after'].map((side) => join(example, side, 'bench.txt'));

async function shown<T>(
  files: readonly string[],
  work: (app: RunningApp) => Promise<T>,
  options: {
    readonly width?: number;
    readonly awaits?: string;
  } = {},
): Promise<T> {
  return await withApp({ files, awaits: '.benchmarks', ...options }, work);
}

/** Files named before.txt and after.txt with these texts. */
async function texts(before: string, after?: string): Promise<string[]> {
  const folder = await scratchFolder();
  const given =
    after === undefined ? { 'run.txt': before } : { 'before.txt': before, 'after.txt': after };
  return await Promise.all(
    Object.entries(given).map(async ([name, text]) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    }),
  );
}

/** Six runs that differ a little. */
const six = (name: string, value: number, unit: string) =>
  Array.from({ length: 6 }, (_, at) => `Benchmark${name} 1 ${value + at} ${unit}\n`).join('');

/** The rows that are drawn: cells by ` | `. */
async function rows(page: Page): Promise<string[]> {
  const found = await page.locator('.benchmark-table .grid-row').evaluateAll((all) =>
    all.map((row) =>
      [...row.children]
        .map((cell) => (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
        .filter((text) => text !== '')
        .join(' | '),
    ),
  );
  return found;
}

const choose = async ({ page, idle }: RunningApp, name: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  await idle();
};

describe('the benchmarks of two runs', () => {
  it('stand below their units and packages with medians, changes and verdicts', () =>
    shown(STORY, async ({ page }) => {
      expect((await rows(page)).slice(0, 11)).toEqual([
        'sec/oppkg myservice/codeclower is better',
        'WriteJSON-2 | 2.416 µs ± 6% | 2.373 µs ± 2% | −1.76% | 0.006 | 10 | 1.76% less time',
        'B/oppkg myservice/codeclower is better',
        'WriteJSON-2 | 24.00 B ± 0% | 24.00 B ± 0% | ~ | 1.000 | 10 | the same in every run',
        'allocs/oppkg myservice/codeclower is better',
        'WriteJSON-2 | 1.000 ± 0% | 1.000 ± 0% | ~ | 1.000 | 10 | the same in every run',
        'sec/oppkg myservice/handlerslower is better',
        'CollectIDs-2 | 3222.5 ns ± 19% | 117.3 ns ± 8% | −96.36% | 0.000 | 10 | 96.36% less time',
        'RenderAudit-2 | 4090.0 ns ± 19% | 229.7 ns ± 12% | −94.38% | 0.000 | 10 | 94.38% less time',
        'ProcessRequest-2 | 51.676 µs ± 16% | 8.119 µs ± 9% | −84.29% | 0.000 | 10 | 84.29% less time',
        'geomean | 8.798 µs | 602.5 ns | −93.15%',
      ]);
      const outcomes = page.getByRole('list', { name: 'What they come to' }).getByRole('listitem');
      expect(await outcomes.allTextContents()).toEqual([
        'sec/op: 7 better',
        'B/op: 6 better, 1 the same',
        'allocs/op: 6 better, 1 the same',
      ]);
    }));

  it('are filtered, shown for one unit, ordered by their headings and copied', () =>
    shown(STORY, async (app) => {
      const { page, idle } = app;
      await choose(app, 'allocs/op');
      await page.getByRole('textbox', { name: 'Filter the benchmarks by name' }).fill('key');
      await idle();
      expect(await page.getByText('2 of 21 rows').count()).toBe(1);
      const named = async () => (await rows(page)).map((row) => row.split(' | ')[0]);
      const heading = 'allocs/oppkg myservice/keyslower is better';
      expect(await named()).toEqual([heading, 'BuildKey-2', 'CacheKey-2', 'geomean']);
      const sort = page.getByRole('columnheader', { name: 'Change' }).getByRole('button');
      const order = async () => {
        await sort.click();
        await idle();
        return (await named()).slice(1, 3);
      };
      expect(await order()).toEqual(['CacheKey-2', 'BuildKey-2']);
      expect(await order()).toEqual(['BuildKey-2', 'CacheKey-2']);
      await page.getByRole('gridcell', { name: 'CacheKey-2' }).click();
      await page.getByRole('grid').press('Control+c');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.split('\n')[1]).toMatch(
        /^CacheKey-2\tallocs\/op\tlinux\t.*\t21\t21\t21\t10\t1\t1\t1\t10\t/,
      );
      // The third time the order of the files is back.
      expect(await order()).toEqual(['BuildKey-2', 'CacheKey-2']);
      expect(await page.locator('[aria-sort$="ing"]').count()).toBe(0);
    }));

  it('of other settings are compared when those are ignored', async () =>
    shown(
      await texts(`cpu: fast\n${six('A', 100, 'ns/op')}`, `cpu: slow\n${six('A', 50, 'ns/op')}`),
      async ({ page, idle }) => {
        expect(await rows(page)).toEqual([
          'sec/opcpu fastlower is better',
          'A | 102.5 ns ± 2% | 6 | only before',
          'sec/opcpu slowlower is better',
          'A | 52.50 ns ± 5% | 6 | only after',
        ]);
        expect(await page.getByRole('list', { name: 'To be known' }).textContent()).toContain(
          'not compared since cpu differs',
        );
        await page.getByRole('checkbox', { name: 'Ignore cpu' }).check();
        await idle();
        expect(await rows(page)).toEqual([
          'sec/oplower is better',
          'A | 102.50 ns ± 2% | 52.50 ns ± 5% | −48.78% | 0.002 | 6 | 48.78% less time',
        ]);
        expect(await page.getByRole('list', { name: 'To be known' }).count()).toBe(0);
        await page.getByRole('checkbox', { name: 'Ignore cpu' }).uncheck();
        await idle();
        expect(await rows(page)).toHaveLength(4);
      },
    ));

  it('stand beside their profiles, and keep what of them is looked at', () =>
    shown(
      [BEFORE, AFTER, ...STORY],
      async (app) => {
        const { page, idle } = app;
        await choose(app, 'Benchmarks');
        await choose(app, 'B/op');
        await choose(app, 'Profile');
        await choose(app, 'Benchmarks');
        expect((await rows(page))[0]).toBe('B/oppkg myservice/codeclower is better');
        await idle();
      },
      { awaits: '.facet-tab' },
    ));
});

describe('the benchmarks of one run', () => {
  it('are medians without verdicts, and become a comparison with a second run', async () => {
    const [run = ''] = await texts(`${six('A', 100, 'ns/op')}BenchmarkDies \tpanic: no\n`);
    const [second = ''] = await texts(six('A', 200, 'ns/op'));
    await shown([run], async (app) => {
      const { page } = app;
      expect(await page.getByRole('columnheader').allTextContents()).toEqual([
        'Benchmark',
        'Median',
        'Interval',
        'Runs',
      ]);
      expect(await rows(page)).toEqual(['sec/oplower is better', 'A | 102.5 ns ± 2% | 6']);
      expect(await page.getByText('1 benchmark began without a result').count()).toBe(1);
      await chooseFiles(app, second);
      await page.getByRole('columnheader', { name: 'Verdict' }).waitFor();
      await app.idle();
      expect((await rows(page))[1]).toContain('97.56% more time');
    });
  });

  it('show no character that turns or hides the text around it', async () =>
    shown(
      await texts('pkg: a\u202eb\nBenchmark\u200dX 1 1 x\u200b/op\npkg: c\nBenchmarkY 1 1 z'),
      async ({ page }) => {
        const text = (await rows(page)).join('\n');
        expect(text).toContain('a\\u{202E}b');
        expect(text).toContain('\\u{200D}X');
        expect(text).toContain('x\\u{200B}/op');
      },
    ));
});

describe('everybody', () => {
  it('can use the benchmarks', () =>
    shown(STORY, async ({ page }) => expectNone(page, 'benchmarks')));

  it('walks the rows with the keyboard', () =>
    shown(STORY, async ({ page }) => {
      const grid = page.getByRole('grid', { name: 'Benchmarks' });
      await grid.focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'End']) await grid.press(key);
      // The last row is drawn when the table has scrolled to it.
      await page.locator('[aria-selected="true"]', { hasText: 'LogValue-2' }).waitFor();
      const active = page.locator(`#${await grid.getAttribute('aria-activedescendant')}`);
      expect(await active.textContent()).toContain('LogValue-2');
      await grid.press('Home');
      await page.locator('[aria-selected="true"]', { hasText: 'myservice/codec' }).waitFor();
    }));

  it('sees the columns that matter in a small window', () =>
    shown(
      STORY,
      async ({ page }) => {
        expect(await page.getByRole('columnheader').allTextContents()).toEqual([
          'Benchmark',
          'Before',
          'After',
          'Change',
          'Verdict',
        ]);
      },
      { width: 760 },
    ));
});
