import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, chooseFiles, closeBrowser, fixture, startApp } from './helpers/app.ts';
import { tableRows } from './helpers/reading.ts';

afterAll(closeBrowser);

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it('no screen has a violation that axe finds', async () => {
    const app = await startApp({ theme });
    const { page, idle } = app;
    try {
      await expectNone(page, 'start page');

      await chooseFiles(app, BEFORE, AFTER);
      await page.locator('.profile-tab').nth(1).waitFor();
      await idle();
      await expectNone(page, 'profile');

      await tableRows(page).first().click();
      await page.keyboard.press('/');
      await page.keyboard.type('handlers');
      await idle();
      await expectNone(page, 'function selected, search');

      await page.getByRole('button', { name: 'Tree', exact: true }).click();
      await idle();
      await expectNone(page, 'tree');

      await chooseFiles(app, fixture('edge/not-a-profile.txt'));
      await page.locator('.notice').waitFor();
      await expectNone(page, 'notice');

      await page.getByRole('combobox', { name: 'Granularity' }).click();
      await page.getByRole('option').first().waitFor();
      await expectNone(page, 'granularities');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
      await page.getByRole('dialog').waitFor();
      await expectNone(page, 'shortcuts');
      await page.getByRole('button', { name: 'Close', exact: true }).click();

      await chooseFiles(app, fixture('edge/drop-frames-bad-regexp.pb.gz'));
      await page.locator('.warnings-badge').click();
      await page.locator('.warnings').waitFor();
      await expectNone(page, 'warnings');
    } finally {
      await app.close();
    }
  });
});

async function expectNone(page: Page, screen: string): Promise<void> {
  // A guard that the menus' library puts before and after them hands the focus on when it gets it.
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-base-ui-focus-guard]')
    .analyze();
  const told = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
  expect(told, screen).toEqual([]);
}
