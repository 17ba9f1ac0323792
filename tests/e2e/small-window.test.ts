import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

it('the table keeps the names of functions in view when the window becomes small', async () => {
  const app = await startApp({ files: [BEFORE] });
  const { page, idle } = app;
  try {
    await tableRows(page).first().click();
    for (const width of [900, 640]) {
      await page.setViewportSize({ width, height: 620 });
      await idle();
      expect(await tooNarrow(page), `${width}`).not.toContain('.grid');
      const name = page.locator('.grid-row .go-name-member', { hasText: /^makeLine$/ });
      const grid = (await page.locator('.grid').boundingBox()) ?? { x: 0, width: 0 };
      const box = (await name.boundingBox()) ?? { x: Infinity, width: 0 };
      expect(box.x + box.width, `${width}`).toBeLessThanOrEqual(grid.x + grid.width);
    }
  } finally {
    await app.close();
  }
});

it('the legend of a difference has no words on top of each other in a small window', async () => {
  const app = await startApp({ files: [BEFORE, AFTER], width: 900, height: 620 });
  const { page, idle } = app;
  try {
    await page.getByRole('button', { name: 'Difference', exact: true }).click();
    await idle();
    const ticks = await page
      .locator('.change-tick')
      .evaluateAll((all) => all.map((tick) => tick.getBoundingClientRect()));
    const written = ticks.filter(({ width }) => width > 0);
    expect(written.map(({ right }, at) => right <= (written[at + 1]?.left ?? Infinity))).toEqual(
      written.map(() => true),
    );
    expect(written).toHaveLength(5);
  } finally {
    await app.close();
  }
});

it('many open files can be told apart by their tabs, and are listed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'allocscope-many-'));
  const files = Array.from({ length: 12 }, (_, at) =>
    join(folder, `heap-of-the-service-in-the-cluster-${at}.pb.gz`),
  );
  for (const file of files) copyFileSync(BEFORE, file);
  const app = await startApp({ files, width: 640, height: 400 });
  const { page, idle } = app;
  try {
    const current = page.locator('.profile-tab[data-active]');
    const tabs = (await page.locator('.profile-tabs').boundingBox()) ?? { x: 0, width: 0 };
    expect(tabs.width).toBeGreaterThanOrEqual(100);
    const end = current.locator('.file-name > :last-child');
    expect(await end.textContent()).toBe('uster-11.pb.gz');
    await page.getByRole('button', { name: '12 open' }).click();
    const list = (await page.getByRole('menu').boundingBox()) ?? { y: 0, height: Infinity };
    expect(list.y + list.height).toBeLessThanOrEqual(400);
    await page.getByRole('menuitem', { name: /cluster-3/ }).click();
    await idle();
    expect(await current.locator('.file-name').textContent()).toContain('cluster-3');
  } finally {
    await app.close();
    rmSync(folder, { recursive: true });
  }
});

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
