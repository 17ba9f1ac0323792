import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { traced } from '../../bench/page/traced.ts';
import { closeBrowser, startApp } from './helpers/app.ts';

afterAll(closeBrowser);

const folder = resolve(import.meta.dirname, '../../node_modules/.cache/bench');
const made = existsSync(folder)
  ? readdirSync(folder).find((name) => /^heap-v\d+-1000000-.*\.pb\.gz$/.test(name))
  : undefined;

/** Milliseconds. */
const LONGEST_TASK = 50;

it.skipIf(made === undefined)(
  'a million-sample profile opens without the page being held up (needs `npm run bench` once)',
  async () => {
    const app = await startApp();
    const { page, idle } = app;
    try {
      const { tasks } = await traced(page, async () => {
        await page.locator('input[type=file]').setInputFiles(join(folder, made ?? ''));
        await page.locator('.flame-graph[data-status=shown]').waitFor();
        await idle();
      });
      // What the thread worked, so that a busy machine does not count.
      const long = tasks.filter(({ work }) => work > LONGEST_TASK).map(({ work }) => work);
      expect(long).toEqual([]);
    } finally {
      await app.close();
    }
  },
);

it.skipIf(made === undefined)(
  'the opening of a million-sample profile can be cancelled (needs `npm run bench` once)',
  async () => {
    const app = await startApp();
    const { page, idle } = app;
    try {
      await page.locator('input[type=file]').setInputFiles(join(folder, made ?? ''));
      await page.getByRole('button', { name: /^Cancel opening/ }).click();
      await page.locator('.opening').waitFor({ state: 'detached' });
      await idle();
      expect(await page.locator('.profile-tab').count()).toBe(0);
      expect(await page.locator('.notice').count()).toBe(0);
    } finally {
      await app.close();
    }
  },
);
