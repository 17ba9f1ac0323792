import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Expects that axe finds no violation on a screen; `screen` names it. Of what axe checks only the contrast
 * of texts is another one in the dark, so a dark page, which is tested as a light one too, is checked for
 * that alone.
 */
export async function expectNone(page: Page, screen: string): Promise<void> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  // A guard that the menus' library puts before and after them hands the focus on when it gets it.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .exclude('[data-base-ui-focus-guard]');
  const { violations } = await (isDark ? axe.withRules(['color-contrast']) : axe).analyze();
  const told = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
  expect(told, screen).toEqual([]);
}
