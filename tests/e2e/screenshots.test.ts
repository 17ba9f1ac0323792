import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, chooseFiles, closeBrowser, startApp } from './helpers/app.ts';
import { rowOf, tableRows } from './helpers/reading.ts';

afterAll(closeBrowser);

const folder = resolve(import.meta.dirname, '../../out/screenshots');
mkdirSync(folder, { recursive: true });

const sizes = [
  [1280, 800],
  [2560, 1440],
] as const;

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const start = async (width: number, height: number, files: string[] = []) => {
    const app = await startApp({ theme, width, height, files });
    const shoot = async (view: string) => {
      await app.idle();
      const path = join(folder, `${view}-${theme}-${width}x${height}.png`);
      await app.page.screenshot({ path });
    };
    return { ...app, app, shoot };
  };

  it.each(sizes)('every view of a comparison at %i by %i', async (width, height) => {
    const { app, page, shoot, faults } = await start(width, height, [BEFORE, AFTER]);
    try {
      await tableRows(page).filter({ hasText: 'buildKey' }).click();
      await shoot('comparison');
      for (const view of ['Difference', 'Table', 'Report']) {
        await page.getByRole('button', { name: view, exact: true }).click();
        await shoot(view.toLowerCase());
      }
      await page.keyboard.press('Control+e');
      await page.getByRole('dialog').waitFor();
      await shoot('export');
      expect(faults).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it.each(sizes)('the source of a function on both sides at %i by %i', async (width, height) => {
    const { app, page, shoot, faults } = await start(width, height);
    try {
      await page.getByRole('button', { name: /example/ }).click();
      await tableRows(page).filter({ hasText: 'buildKey' }).click();
      await page.getByRole('button', { name: 'Show source', exact: true }).click();
      await page.locator('.source-row').first().waitFor();
      await shoot('source');
      expect(faults).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it.each(sizes)('every view of a profile at %i by %i', async (width, height) => {
    const { app, page, shoot, faults } = await start(width, height);
    try {
      await shoot('start');
      await chooseFiles(app, BEFORE);
      await chooseFiles(app, AFTER);
      await page.locator('.profile-tab-name').first().click();
      await shoot('profile');
      await rowOf(page, 'myservice/keys.buildKey').click();
      await shoot('selected');
      await page.getByRole('button', { name: 'Tree', exact: true }).click();
      await shoot('tree');
      await page.getByRole('button', { name: 'Graph', exact: true }).click();
      await page.keyboard.press('/');
      await page.keyboard.type('handlers');
      await page.keyboard.press('Enter');
      await shoot('search');
      await page.getByRole('combobox', { name: 'Granularity' }).click();
      await page.getByRole('option').first().waitFor();
      await shoot('choice');
      await page.keyboard.press('Escape');
      await page.locator('.flame-field').press('?');
      await page.getByRole('dialog').waitFor();
      await shoot('shortcuts');
      expect(faults).toEqual([]);
    } finally {
      await app.close();
    }
  });
});
