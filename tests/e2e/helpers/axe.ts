import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { inTheme } from './themes.ts';

/**
 * Expects that axe finds no violation on a screen, or in the `part` of it that a selector names, in light
 * and in dark; `screen` names it. Of what axe checks only the contrast of texts is another one in the dark.
 */
export async function expectNone(page: Page, screen: string, part?: string): Promise<void> {
  await inTheme(page, 'light', async () =>
    expect(await violations(builder(page, part)), screen).toEqual([]),
  );
  await inTheme(page, 'dark', async () =>
    expect(
      await violations(builder(page, part).withRules(['color-contrast'])),
      `${screen}, in the dark`,
    ).toEqual([]),
  );
}

function builder(page: Page, part: string | undefined): AxeBuilder {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    // A guard that the menus' library puts before and after them hands the focus on when it gets it.
    .exclude('[data-base-ui-focus-guard]')
    // Otherwise it opens another page each time to sum up frames, which no screen has.
    .setLegacyMode();
  return part === undefined ? axe : axe.include(part);
}

async function violations(axe: AxeBuilder) {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
}
