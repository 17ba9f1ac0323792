import type { WebSocketRoute } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, type RunningApp, startApp } from './helpers/app.ts';
import { clickFlame, selectedName, shownPart, textOf } from './helpers/reading.ts';

let app: RunningApp;

afterEach(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});
const toolbar = () => app.page.getByRole('region', { name: 'View' });
const press = async (name: string | RegExp) => {
  await app.page.getByRole('button', { name, exact: true }).first().click();
  await app.idle();
};
const choose = async (label: string, word: string) => {
  await toolbar().getByRole('combobox', { name: label, exact: true }).click();
  const exact = app.page.getByText(word, { exact: true });
  await app.page.getByRole('option').filter({ has: exact }).click();
  await app.idle();
};
const reload = async () => {
  await app.page.reload();
  await app.page.locator('.grid-row').first().waitFor();
  await app.idle();
};
const row = (name: string) =>
  app.page.locator('.grid-row').filter({ has: app.page.getByText(name, { exact: true }) });

async function divideBy(before: string, after: string): Promise<void> {
  await press(/^Values are/);
  const form = app.page.locator('.fairness');
  await form.getByRole('button', { name: 'GC cycle' }).click();
  await form.getByLabel('Before', { exact: true }).fill(before);
  await form.getByLabel('After', { exact: true }).fill(after);
  await app.page.keyboard.press('Escape');
  await app.idle();
}

describe('a page that is loaded again', () => {
  it('looks at a comparison as it was: quantity, divisors, focus, rules, display, selection', async () => {
    app = await startApp({ files: [BEFORE, AFTER], width: 1600 });
    const { page, idle } = app;
    await page.getByText('alloc_space', { exact: true }).click();
    await idle();
    await divideBy('40', '80');
    await press('Difference');
    await choose('What percentages are of', 'after');
    await press('more');
    await press('rules…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Add/ }).first().click();
    await dialog.getByRole('textbox').nth(0).fill('formatField');
    await dialog.getByRole('textbox').nth(1).fill('formatBits');
    await dialog.getByRole('button', { name: /^(Apply|Use)/ }).click();
    await idle();
    await page.keyboard.press('Escape');
    await row('makeLine').click();
    await idle();
    await page.locator('.frame-focus').click();
    await idle();
    const before = await textOf(toolbar());
    expect(before).toContain('40 / 80');
    expect(before).toContain('more1 rule');
    expect(before).toContain('only through handlers.makeLine');
    const figures = await textOf(page.locator('.grid-row').first());
    const cards = await textOf(page.locator('.measure-cards'));
    await reload();
    expect(await textOf(toolbar())).toBe(before);
    expect(await textOf(page.locator('.measure-cards'))).toBe(cards);
    expect(await textOf(page.locator('.grid-row').first())).toBe(figures);
    expect(await selectedName(page)).toContain('makeLine');
    expect(
      await page.getByRole('button', { name: 'Difference' }).getAttribute('aria-pressed'),
    ).toBe('true');
  });

  it('looks at a profile as it was: granularity, selection, zoom', async () => {
    app = await startApp({ files: [BEFORE] });
    const { page, idle } = app;
    await choose('Granularity', 'line');
    await clickFlame(page, 0.2, 4);
    await idle();
    await page.keyboard.press('Enter');
    await idle();
    const [name, part] = [await selectedName(page), await shownPart(page)];
    expect(part).toBeLessThan(0.9);
    await reload();
    expect(await textOf(toolbar())).toContain('byline');
    expect(await selectedName(page)).toBe(name);
    expect(await shownPart(page)).toBeCloseTo(part, 2);
  });
});

describe('sides that are swapped', () => {
  it('keep what is selected', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    await row('makeLine').click();
    await idle();
    const selected = await selectedName(page);
    await page.keyboard.press('x');
    await idle();
    expect(await textOf(page.locator('.measure-total').first())).toMatch(
      /before 8\.41M.*after 26\.5M/,
    );
    expect(await selectedName(page)).toBe(selected);
    expect(await page.locator('.grid-row[aria-selected=true]').count()).toBe(1);
  });
});

describe('a page that lost its connection', () => {
  it('says so at once, and comes back with what was open', async () => {
    app = await startApp({ files: [BEFORE] });
    const { page, idle } = app;
    const connections: WebSocketRoute[] = [];
    await page.routeWebSocket(/socket$/, (connection) => {
      connection.connectToServer();
      connections.push(connection);
    });
    await reload();
    await connections.at(-1)?.close();
    const notice = page.getByRole('alert').filter({ hasText: 'connection to Allocscope was lost' });
    await notice.waitFor();
    await page.getByText('alloc_space', { exact: true }).click();
    await notice.getByRole('button', { name: 'Connect again' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.locator('.grid-row').first().waitFor();
    await idle();
    expect(connections).toHaveLength(2);
    await row('makeLine').click();
    await idle();
    expect(await selectedName(page)).toBe('myservice/handlers.makeLine');
  });
});
