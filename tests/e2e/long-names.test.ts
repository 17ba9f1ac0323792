import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { encodePprof } from '../../src/core/formats/pprof/encode.ts';
import { hostileProfile } from '../helpers/hostile-profile.ts';
import { type RunningApp, startApp } from './helpers/app.ts';
import { clickFlame, tableRows } from './helpers/reading.ts';

/** How far an element reaches beyond the window, in px; 0 for one that is all within. */
async function beyondWindow({ page }: RunningApp, element: Locator): Promise<number> {
  const box = await element.boundingBox();
  const size = page.viewportSize();
  if (box === null || size === null) return Infinity;
  return Math.max(
    0,
    -box.x,
    -box.y,
    box.x + box.width - size.width,
    box.y + box.height - size.height,
  );
}

it('leaves room for figures, table and path, however long the texts of a profile are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'allocscope-long-'));
  const file = join(folder, 'long.pb');
  const name = (at: number) => `example.com/${'x'.repeat(3000)}.(*T[${'y'.repeat(2000)}]).M${at}`;
  writeFileSync(file, encodePprof(hostileProfile((_, at) => name(at))));
  const app = await startApp({ files: [file] });
  const { page, idle } = app;
  try {
    await tableRows(page).nth(3).click();
    await idle();
    await clickFlame(page, 0.3, 2);
    await idle();
    const figures = page.locator('.flame-tooltip .flame-facts dt');
    expect(await figures.allTextContents()).toEqual(['flat', 'cum']);
    for (const element of [
      figures.last(),
      tableRows(page).nth(3),
      page.getByRole('button', { name: 'Copy the full name' }),
    ]) {
      await element.scrollIntoViewIfNeeded();
      expect(await beyondWindow(app, element), `${element}`).toBeLessThan(1);
    }
    expect((await page.locator('.breadcrumb').boundingBox())?.width).toBeGreaterThan(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    expect(app.faults).toEqual([]);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true });
  }
});
