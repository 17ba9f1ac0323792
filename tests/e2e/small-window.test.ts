import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { AFTER, BEFORE, startApp } from './helpers/app.ts';
import { tableRows } from './helpers/reading.ts';

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

it.each([
  [900, 620, 3],
  [1280, 800, 5],
])(
  'a comparison in a window of %i by %i has a toolbar of one line, and room for graphs and table',
  async (width, height, rows) => {
    const app = await startApp({ files: [BEFORE, AFTER], width, height });
    const { page, idle } = app;
    const heightOf = async (name: string) =>
      (await page.locator(name).first().boundingBox())?.height ?? 0;
    try {
      for (const display of ['Side by side', 'Difference', 'Table', 'Report']) {
        await page.getByRole('button', { name: display, exact: true }).click();
        await idle();
        expect(await heightOf('.toolbar'), display).toBeLessThan(40);
        expect(await tooNarrow(page), display).toEqual([]);
      }
      await page.getByRole('button', { name: 'Side by side', exact: true }).click();
      await idle();
      expect(await heightOf('.flame-field')).toBeGreaterThan(5 * 19);
      expect((await heightOf('.grid')) / 24).toBeGreaterThan(rows);
    } finally {
      await app.close();
    }
  },
);

it('nothing moves while what is known of a comparison comes in', async () => {
  const app = await startApp({ files: [BEFORE, AFTER] });
  const { page, idle } = app;
  try {
    for (const size of [
      { width: 1280, height: 800 },
      { width: 900, height: 620 },
    ]) {
      await page.setViewportSize(size);
      await page.addInitScript(() => {
        const tops = new Set<number>();
        Object.assign(globalThis, { tops });
        const look = () => {
          const top = document.querySelector('.comparison-toolbar')?.getBoundingClientRect().top;
          if (top !== undefined) tops.add(top);
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.reload();
      await page.locator('.headline').waitFor();
      await idle();
      const tops = await page.evaluate(() => [
        ...(globalThis as unknown as { tops: Set<number> }).tops,
      ]);
      expect(tops, `${size.width}`).toHaveLength(1);
    }
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
