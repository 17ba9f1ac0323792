import { join, resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { AFTER, BEFORE, type RunningApp, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { textOf } from './helpers/reading.ts';

const example = (name: string) =>
  join(resolve(import.meta.dirname, '../../resources/example'), name);

let app: RunningApp;

afterEach(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});
it('reports of load generators say what they measured, and divide profiles by their requests', async () => {
  const reports = [example('before/load.json'), example('after/load.json')];
  app = await startApp({ files: [BEFORE, AFTER, ...reports] });
  await app.idle();
  const { page } = app;
  await page.locator('.evidence-chip').first().click();
  const facts = page.locator('.load-facts');
  await facts.locator('li').waitFor();
  await app.idle();
  expect(await textOf(facts)).toBe(
    'goalloc: 80,000 requests in 7.34 s, 10,895 per second. Latency p50 1.17 ms, p99 5.86 ms, p99.9 8.02 ms, most 13.3 ms.',
  );
  await expectNone(page, 'the facts of a load report');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^Values are/ }).click();
  await page.getByText('Divided', { exact: true }).click();
  await page
    .getByRole('button', { name: 'Use the requests of the load reports: 80,000 and 80,000' })
    .click();
  await app.idle();
  expect(await textOf(page.locator('.measure').first())).toContain('per request');
  await expectNone(page, 'what to divide by');
});
