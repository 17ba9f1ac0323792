import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Expects that axe finds no violation on a screen; `screen` names it. */
export async function expectNone(page: Page, screen: string): Promise<void> {
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
