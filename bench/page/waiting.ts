import type { Page } from 'playwright-core';

/** Waits until the page says that nothing is under way. */
export async function untilIdle(page: Page, timeoutMs = 60_000): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['idle'] === 'true', null, {
    timeout: timeoutMs,
  });
}
