import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AFTER, BEFORE, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { takePicture } from './helpers/pictures.ts';
import { shownPart, tableRows } from './helpers/reading.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+e');
  await dialog(page).waitFor();
}

const choose = (page: Page, words: string) =>
  dialog(page).getByRole('button', { name: words, exact: true }).click();

/** What is exported, which a picture can be of as well. */
const chooseKind = (page: Page, words: string) =>
  dialog(page)
    .getByRole('group', { name: 'What to export' })
    .getByRole('button', { name: words })
    .click();

/** Has the dialog make its file, and reads that. */
async function download(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await choose(page, 'Download');
  const came = await coming;
  return { name: came.suggestedFilename(), bytes: await readFile(await came.path()) };
}

describe('the dialog', () => {
  it('fits into its window and looks well, whatever is exported', async () => {
    const app = await startApp({ files: [BEFORE, AFTER] });
    const { page, faults } = app;
    const look = async (what: string) => {
      for (const [width, height] of [
        [900, 620],
        [1280, 800],
      ] as const) {
        await page.setViewportSize({ width, height });
        await takePicture(app, `export-${what}-${width}x${height}`);
        const inner = await dialog(page).evaluate(
          ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => ({
            isCut: scrollHeight > clientHeight || scrollWidth > clientWidth,
          }),
        );
        expect(inner, `${what} at ${width} by ${height}`).toEqual({ isCut: false });
      }
      await expectNone(page, what, '[role=dialog]');
    };
    try {
      await openDialog(page);
      await dialog(page).getByRole('img').waitFor();
      await look('picture');
      await choose(page, 'All of it');
      await look('whole');
      for (const what of ['Page', 'Report', 'Table', 'Stacks', 'Profile']) {
        await chooseKind(page, what);
        await look(what.toLowerCase());
      }
      expect(faults).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('leaves the key that is not the platform’s to text fields, in which it moves the cursor', async () => {
    const app = await startApp({ files: [BEFORE] });
    const { page, idle } = app;
    try {
      const other = process.platform === 'darwin' ? 'Control' : 'Meta';
      for (const key of ['e', 'c', 's']) await page.keyboard.press(`${other}+${key}`);
      await idle();
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await page.locator('.notice').count()).toBe(0);
      await openDialog(page);
    } finally {
      await app.close();
    }
  });

  it('is there where there is something to export, by key, button and menu', async () => {
    const app = await startApp();
    const { page } = app;
    try {
      await page.keyboard.press('ControlOrMeta+e');
      expect(await dialog(page).count()).toBe(0);
      await app.close();
    } catch (thrown) {
      await app.close();
      throw thrown;
    }
    const open = await startApp({ files: [BEFORE] });
    try {
      await open.page.getByRole('button', { name: 'Export' }).click();
      await dialog(open.page).waitFor();
      await open.page.keyboard.press('Escape');
      await dialog(open.page).waitFor({ state: 'detached' });
      await open.page.getByRole('button', { name: 'Menu' }).press('Enter');
      await open.page.getByRole('menuitem', { name: 'Export…' }).click();
      await dialog(open.page).waitFor();
    } finally {
      await open.close();
    }
  });
});

describe('exports', () => {
  it('the table as it is on screen, and remembers what was chosen', async () => {
    const app = await startApp({ files: [BEFORE] });
    const { page, idle, faults } = app;
    try {
      await page.getByRole('textbox', { name: 'Filter' }).first().fill('handlers');
      await idle();
      await openDialog(page);
      await chooseKind(page, 'Table');
      await choose(page, 'TSV');
      const { name, bytes } = await download(page);
      expect(name).toBe('heap-table.tsv');
      const rows = bytes.toString('utf8').trimEnd().split('\n');
      expect(rows.length).toBeGreaterThan(2);
      expect(rows.slice(1).every((row) => row.includes('handlers'))).toBe(true);
      await page.getByText('Your browser saves heap-table.tsv.').waitFor();
      await openDialog(page);
      const pressed = dialog(page).getByRole('button', { pressed: true });
      expect(await pressed.allTextContents()).toEqual(['Table', 'TSV']);
      expect(faults).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('what the window shows of a graph after zooming, searching and focusing', async () => {
    const app = await startApp({ files: [BEFORE] });
    const { page, idle, faults } = app;
    try {
      await tableRows(page).filter({ hasText: 'orderKeys' }).first().click();
      await page.getByRole('button', { name: 'Show only stacks through it' }).click();
      await idle();
      await tableRows(page).filter({ hasText: 'buildKey' }).first().click();
      await idle();
      await page.locator('.flame-field').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('/');
      await page.keyboard.type('itoa');
      await idle();
      expect(await shownPart(page)).toBeLessThan(0.9);
      await takePicture(app, 'export-zoomed-window');
      await openDialog(page);
      await choose(page, 'As on screen');
      await choose(page, 'SVG');
      await idle();
      const { bytes } = await download(page);
      const svg = bytes.toString('utf8');
      const words = svg.replace(/<[^>]*>/g, ' ');
      for (const said of ['orderKeys', 'buildKey', 'itoa', 'Zoomed']) expect(words).toContain(said);
      expect(words).not.toContain('collectIDs');
      expect(faults).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('a picture, with a title of one’s own and without what is switched off', async () => {
    const app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    try {
      await openDialog(page);
      await choose(page, 'Difference');
      await choose(page, 'SVG');
      await dialog(page).getByLabel('Title').fill('Why <it> “grew”');
      await dialog(page).getByLabel('Day and version').uncheck();
      await idle();
      const { name, bytes } = await download(page);
      expect(name).toBe('heap-before-after-difference.svg');
      const svg = bytes.toString('utf8');
      expect(svg).toContain('Why &lt;it&gt;');
      expect(svg).not.toMatch(/Allocscope \d/);
    } finally {
      await app.close();
    }
  });

  it('nothing that is cancelled', async () => {
    const app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle, faults } = app;
    const downloads: string[] = [];
    page.on('download', (started) => downloads.push(started.suggestedFilename()));
    try {
      await openDialog(page);
      await choose(page, 'All of it');
      await choose(page, '4×');
      await dialog(page).getByLabel('Width').fill('4000');
      await choose(page, 'Download');
      await page.getByRole('button', { name: /^Cancel exporting heap-before-after/ }).click();
      await page.getByRole('region', { name: 'Exports being made' }).waitFor({ state: 'detached' });
      await idle();
      expect(downloads).toEqual([]);
      expect(await page.locator('.notice').count()).toBe(0);
      expect(faults).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('a picture into the clipboard by one key', async () => {
    const app = await startApp({ files: [BEFORE] });
    const { page, idle, faults } = app;
    try {
      await page.keyboard.press('c');
      await page.getByText('The picture is in the clipboard.').waitFor();
      await idle();
      const signature = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const blob = await item?.getType('image/png');
        return [...new Uint8Array((await blob?.arrayBuffer()) ?? []).slice(0, 8)];
      });
      expect(signature).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      expect(faults).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('nothing of a width that makes no sense', async () => {
    const app = await startApp({ files: [BEFORE] });
    const { page } = app;
    try {
      await openDialog(page);
      await choose(page, 'All of it');
      await dialog(page).getByLabel('Width').fill('12');
      await dialog(page).getByText('Write a whole number from 320 to 20,000.').waitFor();
      expect(await dialog(page).getByRole('button', { name: 'Download' }).isDisabled()).toBe(true);
    } finally {
      await app.close();
    }
  });
});
