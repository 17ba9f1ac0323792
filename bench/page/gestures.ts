import type { Page } from 'playwright-core';
import { untilIdle } from './waiting.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WHEEL_STEPS = 36;
const WHEEL_PX = 100;
const CLICKS = 24;
const DRAGS = 8;
const DRAG_STEPS = 40;

/** Turns the wheel over several points, in and out again. */
export async function wheelZoom(page: Page): Promise<void> {
  const area = await graphArea(page);
  for (const across of [0.15, 0.4, 0.62, 0.85]) {
    await page.mouse.move(area.x + area.width * across, area.y + area.height * 0.3);
    for (const step of [-WHEEL_PX, WHEEL_PX]) {
      for (let i = 0; i < WHEEL_STEPS; i++) await page.mouse.wheel(0, step);
    }
  }
  await wholeGraph(page);
}

/** Zooms to boxes by clicks, each time deeper, and back to the whole graph, all animated. */
export async function clickZoom(page: Page): Promise<void> {
  const area = await graphArea(page);
  for (let click = 0; click < CLICKS; click++) {
    const across = 0.2 + 0.6 * ((click * 0.382) % 1);
    const row = 0.1 + 0.1 * (click % 6);
    await page.mouse.click(area.x + area.width * across, area.y + area.height * row);
    await untilIdle(page);
    if (click % 6 === 5) await wholeGraph(page);
  }
}

/** Drags the zoomed graph to and fro. */
export async function pan(page: Page): Promise<void> {
  const area = await graphArea(page);
  const middleY = area.y + area.height / 2;
  await page.mouse.move(area.x + area.width / 2, middleY);
  for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -WHEEL_PX);
  for (let drag = 0; drag < DRAGS; drag++) {
    const [from, to] = drag % 2 === 0 ? [0.9, 0.1] : [0.1, 0.9];
    await page.mouse.move(area.x + area.width * from, middleY);
    await page.mouse.down();
    for (let step = 1; step <= DRAG_STEPS; step++) {
      const across = from + ((to - from) * step) / DRAG_STEPS;
      await page.mouse.move(area.x + area.width * across, middleY + (step % 8));
    }
    await page.mouse.up();
  }
  await wholeGraph(page);
}

async function wholeGraph(page: Page): Promise<void> {
  await page.locator('.flame-field').first().press('Escape');
  await untilIdle(page);
}

async function graphArea(page: Page): Promise<Area> {
  const area = await page.locator('.flame-field').first().boundingBox();
  if (area === null) throw new Error('The flame graph is not to be seen.');
  return area;
}
