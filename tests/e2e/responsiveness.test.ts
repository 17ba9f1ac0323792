import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { traced } from '../../bench/page/traced.ts';
import { profileFile } from '../../bench/profile/profile-file.ts';
import { BEFORE, type RunningApp, startApp } from './helpers/app.ts';

const folder = resolve(import.meta.dirname, '../../node_modules/.cache/bench');
/** A million samples where `npm run bench` has made them; otherwise as many as are made in seconds. */
const isMillionThere =
  existsSync(folder) &&
  readdirSync(folder).some((name) => /^heap-v\d+-1000000-.*\.json$/.test(name));
const samples = isMillionThere ? 1_000_000 : 200_000;

let large = '';

beforeAll(async () => {
  large = (await profileFile(folder, samples)).path;
});
const choose = (page: Page, file: string) => page.locator('input[type=file]').setInputFiles(file);

/** What the page's thread worked in its longest task while a profile opened, waiting for a core left out. */
async function longestTask({ page, idle }: RunningApp, file: string): Promise<number> {
  const tabs = await page.locator('.profile-tab').count();
  const { tasks } = await traced(page, async () => {
    await choose(page, file);
    await page.locator('.profile-tab').nth(tabs).waitFor();
    await page.locator('.flame-graph[data-status=shown]').waitFor();
    await idle();
  });
  return Math.max(...tasks.map(({ work }) => work));
}

/**
 * How fast the machine is must not matter, so a small profile is the measure: its longest task is that
 * of drawing the screen. Anything on the page's thread that grows with the profile, a thousand times
 * larger, comes out at many times that; noise, other than that, does not come three times in a row.
 */
const MOST_TIMES_THAT_OF_A_SMALL_ONE = 4;

it('a large profile holds the page up for hardly longer than a small one', {
  retry: 2,
}, async () => {
  const app = await startApp();
  try {
    const small = await longestTask(app, BEFORE);
    const longest = await longestTask(app, large);
    expect(longest / small).toBeLessThan(MOST_TIMES_THAT_OF_A_SMALL_ONE);
  } finally {
    await app.close();
  }
});

it('the opening of a profile can be cancelled', async () => {
  const app = await startApp();
  const { page, idle } = app;
  try {
    // So slowly that it would take minutes.
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 20_000,
    });
    await choose(page, large);
    await page.getByRole('button', { name: /^Cancel opening/ }).click();
    await page.locator('.opening').waitFor({ state: 'detached' });
    await idle();
    expect(await page.locator('.profile-tab').count()).toBe(0);
    expect(await page.locator('.notice').count()).toBe(0);
  } finally {
    await app.close();
  }
});
