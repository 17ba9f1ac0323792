import type { Page } from 'playwright-core';
import { untilIdle } from './waiting.ts';

const LIMIT_MS = 120_000;

/**
 * Chooses files in the page, two of which it compares, and gives the milliseconds, as the page sees them, from that to its first
 * flame graph drawn and nothing more under way.
 */
export async function openInPage(page: Page, ...paths: readonly string[]): Promise<number> {
  await page.evaluate(() => {
    document.addEventListener('change', () => performance.mark('bench:asked'), { capture: true });
    new MutationObserver(() => {
      if (document.documentElement.dataset['idle'] === 'true') performance.mark('bench:idle');
    }).observe(document.documentElement, { attributeFilter: ['data-idle'] });
  });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...paths]);
  // One graph for each, side by side.
  await page
    .locator('.flame-graph[data-status=shown]')
    .nth(paths.length - 1)
    .waitFor({ timeout: LIMIT_MS });
  await untilIdle(page, LIMIT_MS);
  return await page.evaluate(() => {
    const last = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
    return last('bench:idle') - last('bench:asked');
  });
}
