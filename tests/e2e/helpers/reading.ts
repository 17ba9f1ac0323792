import type { Locator, Page } from 'playwright-core';

/** The rows of the table that are drawn. */
export const tableRows = (page: Page): Locator => page.locator('.grid-row');

/** The row of a function. */
export const rowOf = (page: Page, name: string): Locator =>
  page.locator('.grid-row').filter({ has: page.locator(`[title="${name}"]`) });

/** The name of the function that the details panel is about. */
export const selectedName = (page: Page): Promise<string | null> =>
  page.locator('.frame-head h2').getAttribute('title');

/** Clicks into the flame graph at parts of its width, and rows of 19 px from its top. */
export async function clickFlame(page: Page, part: number, row: number): Promise<void> {
  const field = page.locator('.flame-field');
  const box = await field.boundingBox();
  if (box === null) throw new Error('There is no flame graph.');
  await field.click({ position: { x: box.width * part, y: row * 19 + 9 } });
}

/** How much of the graph the flame graph shows, as a part of its width. */
export async function shownPart(page: Page): Promise<number> {
  const lens = (await page.locator('.flame-lens').boundingBox())?.width ?? 0;
  return lens / ((await page.locator('.flame-map').boundingBox())?.width ?? 0);
}

/** The path of the selected box. */
export const pathSteps = (page: Page): Promise<string[]> =>
  page.locator('.breadcrumb li').allTextContents();

/** The text of an element. */
export const textOf = async (locator: Locator): Promise<string> =>
  (await locator.textContent()) ?? '';
