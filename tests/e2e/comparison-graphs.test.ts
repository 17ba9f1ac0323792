import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, type RunningApp, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { tableRows, textOf } from './helpers/reading.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ files: [BEFORE, AFTER] });
  await app.page.locator('.side .flame-graph[data-status=shown]').nth(1).waitFor();
  await app.idle();
});
beforeEach(async () => {
  const { page, idle } = app;
  await display('Side by side');
  await display('Graph');
  await choose('Scale', 'same on both sides');
  await page.mouse.move(0, 0);
  await field(0).press('Escape');
  await idle();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const field = (side: 0 | 1): Locator => app.page.locator('.flame-field').nth(side);
const tooltip = (): Locator => app.page.locator('.flame-tooltip');

async function display(name: string): Promise<void> {
  await app.page.getByRole('button', { name, exact: true }).click();
  await app.idle();
}

/** Exchanges a word of the sentence in the toolbar. */
async function choose(label: string, word: string): Promise<void> {
  const trigger = app.page.getByRole('combobox', { name: label, exact: true });
  if ((await textOf(trigger)) !== word) {
    await trigger.click();
    const exact = app.page.getByText(word, { exact: true });
    await app.page.getByRole('option').filter({ has: exact }).click();
  }
  await app.idle();
}

/** A place in the graph of a side: a part of its width, and a row. */
async function placeAt(side: 0 | 1, part: number, row: number): Promise<{ x: number; y: number }> {
  const box = await field(side).boundingBox();
  if (box === null) throw new Error('There is no flame graph.');
  return { x: box.x + box.width * part, y: box.y + row * 19 + 9 };
}

async function point(side: 0 | 1, part: number, row: number): Promise<void> {
  const { x, y } = await placeAt(side, part, row);
  await app.page.mouse.move(x, y);
  await app.idle();
}

async function click(side: 0 | 1, part: number, row: number): Promise<void> {
  const { x, y } = await placeAt(side, part, row);
  await app.page.mouse.click(x, y);
  await app.idle();
}

/** How much of what can be seen each side shows, as a part of its overview. */
const lenses = (page: Page): Promise<number[]> =>
  page
    .locator('.flame-map')
    .evaluateAll((maps) =>
      maps.map((map) => (map.querySelector('.flame-lens')?.clientWidth ?? 0) / map.clientWidth),
    );

/** How many pixels the marks of each side cover. */
const marked = (page: Page): Promise<number[]> =>
  page.locator('.flame-field canvas:nth-of-type(2)').evaluateAll((overlays) =>
    overlays.map((overlay) => {
      if (!(overlay instanceof HTMLCanvasElement)) return 0;
      const { data } = overlay
        .getContext('2d')
        ?.getImageData(0, 0, overlay.width, overlay.height) ?? { data: [] };
      return data.filter((_, at) => at % 4 === 3 && data[at] !== 0).length;
    }),
  );

describe('side by side', () => {
  it('says which side is what, of what and how much', async () => {
    const heads = await app.page.locator('.side-head').allTextContents();
    expect(heads[0]).toContain('Beforeobjects allocated');
    expect(heads[0]).toContain('26.5M objects');
    expect(heads[1]).toContain('Afterobjects allocated');
    expect(heads[1]).toContain('8.41M objects');
  });

  it('tells of a box on both sides, and marks it on the other one', async () => {
    expect(await marked(app.page)).toEqual([0, 0]);
    await point(0, 0.3, 1);
    const cells = await tooltip().getByRole('row').allInnerTexts();
    expect(await textOf(tooltip())).toContain('net/http.(*conn).serve');
    expect(cells[0]?.split(/\s+/)).toEqual(['objects', 'before', 'after', 'change', 'ratio']);
    expect(cells.find((row) => row.startsWith('cum'))).toMatch(/17\.8M\s8\.28M\s−9\.55M\s×0\.465/);
    expect(await textOf(tooltip())).toContain('change of total before');
    const [here = 0, there = 0] = await marked(app.page);
    expect(here).toBeGreaterThan(0);
    expect(there).toBeGreaterThan(0);
  });

  it('says where a box would stand that the other side does not have', async () => {
    await point(0, 0.8, 1);
    expect(await textOf(tooltip())).toContain('enrich.func1');
    expect(await textOf(tooltip())).toContain('to 0');
    expect((await marked(app.page))[1]).toBeGreaterThan(0);
  });

  it('zooms both sides to the same box, on one scale, and back, from either side', async () => {
    await click(0, 0.12, 8);
    const [before = 1, after = 1] = await lenses(app.page);
    expect(before).toBeLessThan(0.5);
    expect(after).toBeCloseTo(before, 2);
    // However far it is scrolled: the box and its first callees are there on both sides.
    await point(0, 0.01, 8);
    const name = await textOf(tooltip().locator('p').first());
    expect(name).toMatch(/orderKeys|OrderKey|buildKey/);
    await point(1, 0.01, 8);
    expect(await textOf(tooltip().locator('p').first())).toBe(name);
    await field(1).press('Escape');
    await app.idle();
    for (const lens of await lenses(app.page)) expect(lens).toBeGreaterThan(0.99);
  });

  it('follows the wheel', async () => {
    await point(1, 0.1, 3);
    await app.page.keyboard.down('Control');
    await app.page.mouse.wheel(0, -400);
    await app.page.keyboard.up('Control');
    await app.idle();
    const [before = 0, after = 0] = await lenses(app.page);
    expect(after).toBeLessThan(0.9);
    expect(before).toBeCloseTo(after, 2);
  });

  it('lets the smaller side end earlier, or fill its width', async () => {
    await point(1, 0.7, 1);
    expect(await tooltip().count()).toBe(0);
    await choose('Scale', 'each its own');
    await point(1, 0.7, 1);
    expect(await textOf(tooltip())).toContain('net/http.(*conn).serve');
  });

  it('selects on both sides, and is walked and heard with the keyboard', async () => {
    await click(0, 0.5, 0);
    await field(0).press('ArrowDown');
    await app.idle();
    for (const pixels of await marked(app.page)) expect(pixels).toBeGreaterThan(0);
    const heard = app.page.locator('.side').first().locator('[aria-live]');
    expect(await textOf(heard)).toMatch(
      /^net\/http\.\(\*conn\)\.serve, 17\.8M before, 8\.28M objects after, −9\.55M, −53\.5% of what it was/,
    );
    await field(0).press('ArrowRight');
    await app.idle();
    expect(await textOf(heard)).toMatch(/enrich\.func1, .* objects before, gone after/);
  });

  it('shows on both sides what is selected in the table', async () => {
    await tableRows(app.page).filter({ hasText: 'makeLine' }).first().click();
    await app.idle();
    for (const pixels of await marked(app.page)) expect(pixels).toBeGreaterThan(0);
  });

  it('offers a menu for a box, and focuses on its function on both sides', async () => {
    const { x, y } = await placeAt(0, 0.12, 8);
    await app.page.mouse.click(x, y, { button: 'right' });
    const choices = await app.page.getByRole('menuitem').allTextContents();
    expect(choices).toEqual([
      'Copy name',
      'Copy stack',
      'Zoom to this box',
      'Show the whole graph',
      'Focus on this function',
      'Show source',
    ]);
    await app.page.getByRole('menuitem', { name: 'Focus on this function' }).click();
    await app.idle();
    const totals = await app.page.locator('.side-total').allTextContents();
    expect(totals).not.toContain('26.5M objects');
    expect(totals).not.toContain('8.41M objects');
    await app.page.locator('.focus-chip button').click();
    await app.idle();
    expect(await app.page.locator('.side-total').allTextContents()).toContain('26.5M objects');
  });
});

describe('the difference graph', () => {
  beforeEach(async () => {
    await display('Difference');
    await choose('Width of boxes', 'before + after');
  });

  it('has a legend that says what its percentages are of', async () => {
    const legend = app.page.locator('.change-legend');
    expect(await textOf(legend)).toContain('% of the total before, 26.5M objects');
    expect(await legend.locator('.change-tick').allTextContents()).toEqual([
      '−100%',
      '−25%',
      '−5%',
      '0',
      '+5%',
      '+25%',
      '+100%',
    ]);
    expect(await legend.locator('.change-key').allTextContents()).toEqual(['removed', 'added']);
    await choose('Colour', 'change of itself');
    expect(await textOf(legend)).toContain('% of the box’s own before');
    await choose('Colour', 'change of the whole');
  });

  it('tells both sides of a box, whichever gives the width', async () => {
    for (const [word, width] of [
      ['before + after', 0.8],
      ['before', 0.8],
    ] as const) {
      await choose('Width of boxes', word);
      await point(0, width, 1);
      expect(await textOf(tooltip())).toContain('enrich.func1');
      expect(await textOf(tooltip())).toContain('to 0');
    }
    await choose('Width of boxes', 'after');
    await point(0, 0.8, 1);
    expect(await textOf(tooltip())).toContain('net/http.(*conn).serve');
  });

  it('draws falls and rises in other colours than what stayed', async () => {
    const colors = await field(0)
      .locator('canvas')
      .first()
      .evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return [];
        const at = (x: number, row: number) => {
          const place = [canvas.width * x, row * 19 * devicePixelRatio + 4, 1, 1] as const;
          return [...(canvas.getContext('2d')?.getImageData(...place).data ?? [])].slice(0, 3);
        };
        return [at(0.6, 1), at(0.1, 8)];
      });
    const [fall = [], rise = []] = colors;
    expect(fall[1]).toBeGreaterThan((fall[0] ?? 0) + 20);
    expect(rise[0]).toBeGreaterThan((rise[2] ?? 0) + 10);
  });
});

it('is a tree to walk too, with both sides and the change', async () => {
  await display('Tree');
  const rows = app.page.getByRole('treeitem');
  expect(await rows.first().getAttribute('aria-label')).toMatch(
    /^net\/http\.\(\*conn\)\.serve, 17\.8M before, .* after, −.*% of what it was$/,
  );
  expect(await textOf(app.page.locator('.flame-tree-head'))).toBe(
    'FunctionBeforeAfterChange% of its before',
  );
  await app.page.getByRole('tree').press('ArrowRight');
  await app.idle();
  expect(await rows.count()).toBeGreaterThan(3);
  await display('Graph');
});

it.each(['Side by side', 'Difference'])('%s has no violation that axe finds', async (name) => {
  await display(name);
  for (const as of ['Tree', 'Graph']) {
    await display(as);
    await expectNone(app.page, `${name}, ${as}`, '.side');
  }
});
