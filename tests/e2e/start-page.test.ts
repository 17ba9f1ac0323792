import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { BEFORE, type RunningApp, startApp } from './helpers/app.ts';
import { textOf } from './helpers/reading.ts';

let app: RunningApp | null = null;

afterEach(async () => {
  await app?.close();
  app = null;
});
it('says what it is for, what it takes and where the data stay', async () => {
  app = await startApp();
  const { page, faults } = app;
  await page.getByRole('heading', { level: 1 }).waitFor();
  const text = await textOf(page.locator('body'));
  expect(text).toContain('Drop profiles anywhere');
  expect(text).toMatch(/heap, allocs, CPU, block, mutex and goroutine/);
  expect(text).toContain('Nothing leaves this machine');
  expect(faults).toEqual([]);
});

// As Chromium and WebKit name it where the locale is `C`.
it.each(['en-US@posix', 'C'])('starts where the browser’s language is %s', async (language) => {
  app = await startApp({ language });
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  expect(app.faults).toEqual([]);
});

it('opens the example investigation as a comparison', async () => {
  app = await startApp();
  const { page, idle } = app;
  await page.getByRole('button', { name: /example/ }).click();
  await page.locator('.side-chip').nth(1).waitFor();
  await idle();
  const sides = await page.locator('.side-chip-name').allTextContents();
  expect(sides).toEqual(['Before before/heap.pb.gz', 'After after/heap.pb.gz']);
});

it('remembers files, the theme, the chosen sample type and the sizes of panes', async () => {
  const configFolder = mkdtempSync(join(tmpdir(), 'allocscope-e2e-'));
  try {
    app = await startApp({ files: [BEFORE], configFolder });
    await app.page.getByText('inuse_space', { exact: true }).click();
    await app.page.getByRole('button', { name: 'Menu' }).press('Enter');
    await app.page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await app.idle();
    await app.close();

    app = await startApp({ configFolder });
    const { page, idle } = app;
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByRole('button', { name: /heap\.pb\.gz/ }).click();
    await page.locator('.measure').first().waitFor();
    await idle();
    expect(await page.locator('.measure input:checked').inputValue()).toBe('inuse_space');

    const table = page.locator('#table');
    const before = (await table.boundingBox())?.height ?? 0;
    await page.getByRole('separator', { name: 'Height of the table' }).press('ArrowUp');
    await idle();
    const resized = (await table.boundingBox())?.height ?? 0;
    expect(resized).toBeGreaterThan(before);
    await page.reload();
    await table.waitFor();
    await idle();
    expect((await table.boundingBox())?.height).toBeCloseTo(resized, 0);
  } finally {
    rmSync(configFolder, { recursive: true, force: true });
  }
});
