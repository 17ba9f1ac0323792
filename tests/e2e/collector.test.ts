import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { type AppOptions, type RunningApp, withApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { takePictures } from './helpers/pictures.ts';

const texts = resolve(import.meta.dirname, '../fixtures');
const BEFORE = join(texts, 'seed-story/before/gctrace-full.log');
const AFTER = join(texts, 'seed-story/after/gctrace-full.log');

const withCollector = (options: AppOptions, look: (app: RunningApp) => Promise<void>) =>
  withApp({ awaits: '.collector-charts canvas', ...options }, look);

/** Cells of a row of the figures. */
const figure = (page: Page, title: string) =>
  page
    .locator('.figures-table tr')
    .filter({ has: page.getByRole('rowheader', { name: title, exact: true }) })
    .locator('td')
    .allTextContents();

/** Drags over a part of the first chart. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  const box = await page.locator('.u-over').first().boundingBox();
  if (box === null) throw new Error('There is no chart.');
  await page.mouse.move(box.x + box.width * from, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, box.y + 60, { steps: 3 });
  await page.mouse.up();
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

it('shows the collector of both runs, and a window of it', async () => {
  await withCollector({ files: [BEFORE, AFTER] }, async (app) => {
    const { page } = app;
    await takePictures(app, 'collector');
    await expectNone(page, 'the collector');
    await drag(page, 0.3, 0.4);
    await takePictures(app, 'collector-window');
    await page.getByRole('button', { name: 'Zoom to window' }).click();
    await takePictures(app, 'collector-zoomed');
  });
});

it('says the symptom, and compares both runs', async () => {
  await withCollector({ files: [BEFORE, AFTER] }, async ({ page }) => {
    const headline = page.locator('.collector-headline');
    expect(await headline.textContent()).toBe(
      'A collection every 25 ms before, every 34 ms after.',
    );
    expect(await figure(page, 'Collections')).toEqual(['774', '453', '−41.5%', '×0.585']);
    expect(await figure(page, 'CPU of the collector')).toEqual([
      '9.8%',
      '6.0%',
      '−38.3%',
      '×0.617',
    ]);
    expect(await figure(page, 'Live, median')).toEqual(['≈12 MiB', '≈12 MiB', '≈0%', '≈×1']);
  });
});

it('has the figures of the window that is dragged, and zooms to it', async () => {
  await withCollector({ files: [BEFORE, AFTER] }, async ({ page, idle }) => {
    await drag(page, 0.25, 0.5);
    await idle();
    const from = Number(await field(page, 'Figures from').inputValue());
    const to = Number(await field(page, 'to').inputValue());
    expect(from).toBeCloseTo(19.576 * 0.25, 1);
    expect(to).toBeCloseTo(19.576 * 0.5, 1);
    const [before] = await figure(page, 'Collections');
    expect(Number(before)).toBeGreaterThan(774 * 0.15);
    expect(Number(before)).toBeLessThan(774 * 0.35);

    await page.getByRole('button', { name: 'Zoom to window' }).click();
    await idle();
    // All that is shown is the window now: the same drag is of a quarter of it.
    await drag(page, 0.25, 0.5);
    await idle();
    const length = to - from;
    expect(Number(await field(page, 'Figures from').inputValue())).toBeCloseTo(
      from + length * 0.25,
      1,
    );
    await page.getByRole('button', { name: 'All seconds' }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await idle();
    expect(await figure(page, 'Collections')).toEqual(['774', '453', '−41.5%', '×0.585']);
  });
});

it('can be used without a pointer', async () => {
  await withCollector({ files: [BEFORE, AFTER] }, async ({ page, idle }) => {
    await field(page, 'Figures from').fill('5');
    await page.keyboard.press('Enter');
    await field(page, 'to').fill('6.5');
    await page.keyboard.press('Tab');
    await idle();
    expect(await page.locator('.collector-window').textContent()).toBe(
      'Of 5 s to 6.5 s from where each trace begins',
    );
    expect((await figure(page, 'Collections')).slice(0, 2)).toEqual(['57', '42']);

    await page.locator('.collector-charts').focus();
    const window = async () => [
      await field(page, 'Figures from').inputValue(),
      await field(page, 'to').inputValue(),
    ];
    await page.keyboard.press('ArrowRight');
    expect(await window()).toEqual(['5.375', '6.875']);
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await window()).toEqual(['5.375', '6.5']);
    await page.keyboard.press('Enter');
    await idle();
    expect(await page.getByRole('button', { name: 'Zoom out' }).isEnabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await idle();
    expect(await page.getByRole('button', { name: 'Zoom out' }).isEnabled()).toBe(false);
    expect(await window()).toEqual(['0', '19.576']);
  });
});

it('leaves out of the charts what is not wanted', async () => {
  await withCollector({ files: [BEFORE, AFTER] }, async ({ page, idle }) => {
    const key = page.getByRole('list', { name: 'Lines of the charts' });
    const readings = async () => {
      const box = await page.locator('.u-over').first().boundingBox();
      await page.mouse.move(0, 0);
      await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 40);
      await idle();
      return page.locator('.time-chart').first().locator('.time-reading').allTextContents();
    };
    expect((await readings()).map((text) => text.replaceAll(/\d+/g, 'n'))).toEqual([
      'live n MiB, start n MiB, end n MiB, goal n MiB',
      'live n MiB, start n MiB, end n MiB, goal n MiB',
    ]);
    await key.getByRole('button', { name: 'Before' }).click();
    await key.getByRole('button', { name: 'at its start' }).click();
    await idle();
    expect((await readings()).map((text) => text.replaceAll(/\d+/g, 'n'))).toEqual([
      'live n MiB, end n MiB, goal n MiB',
    ]);
  });
});

it('keeps out what cannot be a window', async () => {
  await withCollector({ files: [BEFORE] }, async ({ page, idle }) => {
    for (const nonsense of ['x', '', '-3', '25']) {
      await field(page, 'Figures from').fill(nonsense);
      await page.keyboard.press('Enter');
      await idle();
      expect(await figure(page, 'Collections'), nonsense).toEqual(['774']);
    }
  });
});

it('shows each start of a program for itself', async () => {
  await withCollector({ files: [join(texts, 'gctrace/restart.log')] }, async ({ page, idle }) => {
    expect(await figure(page, 'Collections')).toEqual(['6']);
    await page.getByRole('combobox', { name: 'Process' }).click();
    await page.getByRole('option', { name: /process 3 of 3.*5 collections/ }).click();
    await idle();
    expect(await figure(page, 'Collections')).toEqual(['5']);
  });
});

it('says why nothing could be read', async () => {
  const files = [join(texts, 'gctrace/go1.4.log')];
  await withCollector({ files, awaits: '.workspace-wait' }, async ({ page }) => {
    expect(await page.locator('.workspace-wait').textContent()).toContain('3 are of Go 1.4');
  });
});

it('stays as it was while something else is looked at', async () => {
  const heap = resolve(texts, 'pprof/seed-story/after/heap.pb.gz');
  const files = [heap, AFTER];
  await withCollector({ files, awaits: '.evidence-bar' }, async ({ page, idle }) => {
    await page.getByRole('button', { name: 'Collector' }).click();
    await idle();
    await drag(page, 0.2, 0.4);
    await idle();
    const from = await field(page, 'Figures from').inputValue();
    await page.getByRole('button', { name: 'Profile', exact: true }).click();
    await idle();
    await page.getByRole('button', { name: 'Collector' }).click();
    await idle();
    expect(await field(page, 'Figures from').inputValue()).toBe(from);
    expect(Number(from)).toBeGreaterThan(1);
  });
});
