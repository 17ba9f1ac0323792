import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BEFORE, type RunningApp, startApp } from './helpers/app.ts';
import { rowOf, shownPart } from './helpers/reading.ts';

let app: RunningApp;

beforeAll(async () => {
  // So small that the graph has more rows than its pane.
  app = await startApp({ files: [BEFORE], width: 900, height: 620 });
});
beforeEach(async () => {
  await field(app.page).press('Escape');
  await app.idle();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const field = (page: Page) => page.locator('.flame-field');

/** Moves the pointer to parts of the graph's width and height. */
async function point(page: Page, across: number, down: number): Promise<void> {
  const box = await field(page).boundingBox();
  if (box === null) throw new Error('There is no flame graph.');
  await page.mouse.move(box.x + box.width * across, box.y + box.height * down);
}

/** Where the shown part begins and ends, as parts of the whole graph. */
async function shownEdges(page: Page): Promise<{ from: number; to: number }> {
  const map = await page.locator('.flame-map').boundingBox();
  const lens = await page.locator('.flame-lens').boundingBox();
  if (map === null || lens === null) throw new Error('There is no overview.');
  const from = (lens.x - map.x) / map.width;
  return { from, to: from + lens.width / map.width };
}

describe('the wheel', () => {
  it('zooms about the pointer, also where there are more rows than the pane has room for', async () => {
    const { page, idle } = app;
    await point(page, 0.25, 0.5);
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -100);
    await idle();
    const { from, to } = await shownEdges(page);
    expect(to - from).toBeLessThan(0.5);
    expect(from + (to - from) * 0.25).toBeCloseTo(0.25, 1);
  });

  it('moves along the stacks with Alt, and sideways with Shift', async () => {
    const { page, idle } = app;
    const top = async () => (await page.locator('.flame-lens').boundingBox())?.y ?? 0;
    const whole = await top();
    await point(page, 0.25, 0.5);
    await page.keyboard.down('Alt');
    await page.mouse.wheel(0, 60);
    await page.keyboard.up('Alt');
    await idle();
    expect(await top()).toBeGreaterThan(whole);
    expect(await shownPart(page)).toBeGreaterThan(0.99);

    await field(page).press('+');
    await idle();
    const { from } = await shownEdges(page);
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 100);
    await page.keyboard.up('Shift');
    await idle();
    expect((await shownEdges(page)).from).toBeGreaterThan(from);
    expect(await shownPart(page)).toBeCloseTo(0.5, 1);
  });
});

describe('a drag', () => {
  it('ends where the button is let go of, be it outside of the graph', async () => {
    const { page, idle } = app;
    await field(page).press('+');
    await point(page, 0.998, 0.5);
    await page.mouse.down();
    await point(page, 1.2, 0.5);
    await page.mouse.up();
    await idle();
    const left = await shownEdges(page);
    for (const across of [0.9, 0.6, 0.3]) await point(page, across, 0.5);
    await idle();
    expect(await shownEdges(page)).toEqual(left);
  });
});

describe('plus and minus', () => {
  it('keep the selected box in view', async () => {
    const { page, idle } = app;
    await rowOf(page, 'myservice/keys.buildKey').click();
    await idle();
    for (let press = 0; press < 3; press++) await field(page).press('+');
    await idle();
    const { from, to } = await shownEdges(page);
    expect(to - from).toBeCloseTo(1 / 8, 2);
    // The middle of its widest box.
    expect(from).toBeLessThan(0.22);
    expect(to).toBeGreaterThan(0.22);
  });
});
