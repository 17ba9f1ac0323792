import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { AFTER, BEFORE, closeBrowser, startApp } from './helpers/app.ts';
import { tableRows } from './helpers/reading.ts';

afterAll(closeBrowser);

/** Elements whose content is wider than they are. */
const tooNarrow = (page: Page) =>
  page.evaluate(() =>
    ['body', '.header', '.measures', '.measure', '.toolbar', '.grid', '.details'].filter((name) =>
      Array.from(document.querySelectorAll(name)).some(
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
      ),
    ),
  );

it.each([
  [900, 620],
  [1280, 800],
])('all is to be seen in a window of %i by %i', async (width, height) => {
  const app = await startApp({ files: [BEFORE], width, height });
  const { page, idle } = app;
  try {
    await tableRows(page).first().click();
    await idle();
    expect(await tooNarrow(page)).toEqual([]);
    const graph = (await page.locator('.flame-graph').boundingBox())?.height ?? 0;
    const table = (await page.locator('.top-table').boundingBox())?.height ?? 0;
    expect(graph / (graph + table)).toBeCloseTo(0.6, 1);
    expect(graph).toBeGreaterThan(200);
  } finally {
    await app.close();
  }
});

it('both totals and the switch of the tree are to be seen in a comparison in a small window', async () => {
  const app = await startApp({ files: [BEFORE, AFTER], width: 900, height: 620 });
  try {
    await app.idle();
    const cut = await app.page.evaluate(() =>
      ['.measure', '.compared-totals', '.side-head', '.side-head .segmented'].filter((name) =>
        Array.from(document.querySelectorAll(name)).some(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 ||
            element.getBoundingClientRect().right >
              (element.parentElement?.getBoundingClientRect().right ?? 0) + 1,
        ),
      ),
    );
    expect(cut).toEqual([]);
  } finally {
    await app.close();
  }
});
