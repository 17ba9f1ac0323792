import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BEFORE, type RunningApp, startApp } from './helpers/app.ts';
import {
  clickFlame,
  pathSteps,
  rowOf,
  selectedName,
  shownPart,
  tableRows,
  textOf,
} from './helpers/reading.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ files: [BEFORE] });
});
beforeEach(async () => {
  const { page, idle } = app;
  await page.getByText('alloc_objects', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Filter the table' }).fill('');
  await page.getByRole('textbox', { name: 'Find a function' }).fill('');
  await page.locator('.flame-field').press('Escape');
  await page.locator('.grid').evaluate((grid) => grid.scrollTo(0, 0));
  await idle();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('the sample types', () => {
  it.each([
    ['alloc_objects', '26,528,286 objects', '26.5M objects'],
    ['alloc_space', '2,986,976,263 B', '2.78 GiB'],
    ['inuse_objects', '44,592 objects', '44.6k objects'],
    ['inuse_space', '8,903,509 B', '8.49 MiB'],
  ])(
    '%s has the total of the story, and is what percentages are of',
    async (type, exact, short) => {
      const { page, idle } = app;
      await page.getByText(type, { exact: true }).click();
      await idle();
      const card = page.locator('.measure', { has: page.locator('input:checked') });
      expect(await textOf(card)).toContain(exact);
      expect(await textOf(page.locator('.status-bar'))).toContain(short);
    },
  );

  it('are explained in words', async () => {
    await app.page.getByText(/what drives the collector/).waitFor();
    const radio = app.page.getByRole('radio', { name: /Objects allocated/ });
    expect(await radio.getAttribute('aria-describedby')).not.toBeNull();
  });
});

describe('the table', () => {
  it('has the heaviest function first, with its figures', async () => {
    const cells = await tableRows(app.page).first().getByRole('gridcell').allTextContents();
    expect(cells.slice(0, 7)).toEqual(
      '3.24M 12.2% 12.2% 8.16M 30.8% 35.5 B myservice/handlers.makeLine'.split(/ (?!B)/),
    );
  });

  it('sorts by every column', async () => {
    const { page, idle } = app;
    for (const title of ['sum%', 'flat%', 'cum', 'cum%', 'avg. size', 'function', 'file', 'flat']) {
      await page
        .getByRole('columnheader')
        .getByRole('button', { name: title, exact: true })
        .click();
      await idle();
      const header = page.getByRole('columnheader', { name: title, exact: true });
      expect(await header.getAttribute('aria-sort')).not.toBe('none');
    }
    await page.getByRole('columnheader').getByRole('button', { name: 'cum', exact: true }).click();
    await idle();
    expect(await textOf(tableRows(app.page).first())).toContain('conn');
    await page.getByRole('columnheader').getByRole('button', { name: 'flat', exact: true }).click();
  });

  it('is filtered by a pattern, and says what is wrong with one', async () => {
    const { page, idle } = app;
    const filter = page.getByRole('textbox', { name: 'Filter the table' });
    await filter.fill('keys.');
    await idle();
    expect(await textOf(page.locator('.table-count'))).toMatch(/^\d+ of 122 rows$/);
    const expression = page
      .locator('.table-head')
      .getByRole('button', { name: 'Regular expression' });
    await expression.click();
    await filter.fill('(');
    expect(await textOf(page.locator('.table-count'))).toMatch(/not a regular expression/);
    await expression.click();
  });

  it('is walked and copied with the keyboard', async () => {
    const { page, idle } = app;
    await tableRows(page).first().click();
    await page.locator('.grid').focus();
    await page.keyboard.press('End');
    await idle();
    const grid = page.locator('.grid');
    expect(await grid.getAttribute('aria-activedescendant')).toBe('grid-row-121');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await idle();
    expect(await page.locator('.grid-row[aria-selected=true]').count()).toBe(2);
    await page.keyboard.press('ControlOrMeta+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = copied.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]?.split('\t')).toContain('function');
    expect(lines[1]?.split('\t')).toContain('myservice/keys.buildKey');
  });
});

describe('what is drawn over several frames', () => {
  it('is all there once the page rests', async () => {
    const { page, idle } = app;
    await tableRows(page).first().click();
    await idle();
    await page.locator('.grid').press('End');
    const [rested, later] = await page.evaluate(async () => {
      const { dataset } = document.documentElement;
      const drawn = () =>
        [...document.querySelectorAll('.details, .grid [role=rowgroup]')]
          .map(({ innerHTML }) => innerHTML)
          .join('');
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      while (dataset['idle'] !== 'true') await nextFrame();
      const then = drawn();
      for (let frame = 0; frame < 20; frame++) await nextFrame();
      return [then, drawn()];
    });
    expect(later).toBe(rested);
    // Of rows that are not seen some stand above those that are.
    const { length } = await tableRows(page).all();
    const height = (await page.locator('.grid').boundingBox())?.height ?? 0;
    expect(length).toBeGreaterThan(Math.ceil(height / 24) + 8);
    await idle();
  });

  it('does not keep back what a key of the table does to the table', async () => {
    const { page, idle } = app;
    await tableRows(page).first().click();
    await idle();
    const active = await page.locator('.grid').evaluate(async (grid) => {
      grid.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      // Before any other task, let alone a frame of the screen.
      await Promise.resolve();
      return grid.getAttribute('aria-activedescendant');
    });
    expect(active).toBe('grid-row-1');
    await idle();
  });
});

describe('table and flame graph', () => {
  it('a row selects the function everywhere, and Enter zooms to its widest box', async () => {
    const { page, idle } = app;
    await rowOf(page, 'myservice/keys.buildKey').click();
    await idle();
    expect(await selectedName(page)).toBe('myservice/keys.buildKey');
    expect(await textOf(page.locator('.breadcrumb [aria-current]'))).toBe('buildKey');
    await page.locator('.grid').press('Enter');
    await idle();
    // The function's widest box has this part of all objects.
    expect(await shownPart(page)).toBeCloseTo(0.132, 2);
  });

  it('a box selects its row', async () => {
    const { page, idle } = app;
    await clickFlame(page, 0.3, 1);
    await idle();
    expect(await selectedName(page)).toBe('net/http.(*conn).serve');
    const selected = page.locator('.grid-row[aria-selected=true]');
    expect(await textOf(selected)).toContain('serve');
  });

  it('the keyboard walks the graph, and the details follow', async () => {
    const { page, idle } = app;
    const field = page.locator('.flame-field');
    await clickFlame(page, 0.3, 0);
    await field.press('ArrowDown');
    await idle();
    expect(await selectedName(page)).toBe('net/http.(*conn).serve');
    await field.press('ArrowRight');
    await idle();
    expect(await selectedName(page)).toBe('myservice/handlers.(*Handler).enrich.func1');
    await field.press('ArrowLeft');
    await field.press('ArrowDown');
    await idle();
    expect(await selectedName(page)).toBe('net/http.serverHandler.ServeHTTP');
  });

  it('callers and callees lead on', async () => {
    const { page, idle } = app;
    await rowOf(page, 'myservice/keys.buildKey').click();
    await idle();
    await page.locator('.neighbours').first().getByRole('button').first().click();
    await idle();
    expect(await selectedName(page)).toBe('myservice/keys.OrderKey');
  });

  it('a focus narrows everything to the stacks through a function', async () => {
    const { page, idle } = app;
    await clickFlame(page, 0.3, 1);
    await page.locator('.flame-field').press('ContextMenu');
    await page.getByRole('menuitem', { name: 'Focus on this function' }).click();
    await page.locator('.focus-chip').waitFor();
    await idle();
    expect(await textOf(page.locator('.status-bar'))).toContain('on the stacks shown');
    // What the graph shows as a whole, the cards say too, of every sample type.
    const totals = page.locator('.measure-total strong');
    expect(await totals.allTextContents()).toEqual(['17.8M', '2.25 GiB', '8.54k', '5.51 MiB']);
    await page.getByRole('button', { name: 'Show all stacks again' }).click();
    await idle();
    expect(await textOf(page.locator('.table-count'))).toBe('122 rows');
    expect(await textOf(totals.first())).toBe('26.5M');
  });
});

describe('the search', () => {
  it('shows the share that matches, and steps through the boxes', async () => {
    const { page, idle } = app;
    await page.keyboard.press('/');
    await page.keyboard.type('buildKey');
    await idle();
    const outcome = page.locator('.search-outcome output');
    expect(await textOf(outcome)).toMatch(/^13\.5% of all objects allocated, \d+ box/);
    await page.keyboard.press('Enter');
    await idle();
    expect(await textOf(outcome)).toMatch(/, 1 of \d+ box/);
    expect(await selectedName(page)).toBe('myservice/keys.buildKey');
  });

  it('steps through what the whole pattern matches, however soon Enter comes', async () => {
    const { page, idle } = app;
    await page.getByRole('textbox', { name: 'Find a function' }).focus();
    // In one task: no answer can come between a letter and the next, nor before Enter.
    await page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
      for (let length = 1; length <= 'handlers'.length; length++) {
        set?.call(field, 'handlers'.slice(0, length));
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    await idle();
    expect(await selectedName(page)).toMatch(/^myservice\/handlers\./);
    const outcome = page.locator('.search-outcome output');
    expect(await textOf(outcome)).toMatch(/, 1 of \d+ boxes$/);
    await page.keyboard.press('Shift+Enter');
    await idle();
    const [, step, count] = /, (\d+) of (\d+) boxes$/.exec(await textOf(outcome)) ?? [];
    expect(step).toBe(count);
    // From the last one around to the first, and on to one that it calls.
    for (let steps = 0; steps < 2; steps++) await page.keyboard.press('Enter');
    await idle();
    expect(await selectedName(page)).toBe('myservice/handlers.(*Handler).ServeHTTP.func1');
  });

  it('says in a sentence what is wrong with an expression', async () => {
    const { page } = app;
    const expression = page.locator('.search-box').getByRole('button', { name: /Regular/ });
    await expression.click();
    await page.getByRole('textbox', { name: 'Find a function' }).fill('[');
    expect(await textOf(page.getByRole('alert'))).toMatch(/not a regular expression/);
    await expression.click();
  });
});

describe('the view', () => {
  it('can be told finer, and as a tree', async () => {
    const { page, idle } = app;
    await page.getByRole('combobox', { name: 'Granularity' }).click();
    await page.getByRole('option', { name: 'line', exact: false }).first().click();
    await idle();
    expect(await textOf(tableRows(page).first())).toMatch(/\.go:\d+/);
    await page.getByRole('combobox', { name: 'Granularity' }).click();
    await page
      .getByRole('option', { name: /^function/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Tree', exact: true }).click();
    await page.getByRole('treeitem').first().waitFor();
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    await page.locator('.flame-graph[data-status=shown]').waitFor();
  });

  it('keeps the box that is zoomed to and selected when the sample type is another', async () => {
    const { page, idle } = app;
    await rowOf(page, 'myservice/keys.buildKey').click();
    await page.locator('.grid').press('Enter');
    await idle();
    const path = await pathSteps(page);
    const part = await shownPart(page);
    expect(path.at(-1)).toBe('buildKey');
    await page.getByText('alloc_space', { exact: true }).click();
    await idle();
    expect(await pathSteps(page)).toEqual(path);
    // The same box has another part of the bytes than of the objects.
    const partOfBytes = await shownPart(page);
    expect(partOfBytes).toBeLessThan(0.5);
    expect(Math.abs(partOfBytes - part)).toBeGreaterThan(0.005);
    await page.getByText('alloc_objects', { exact: true }).click();
    await idle();
    expect(await shownPart(page)).toBeCloseTo(part, 3);
    await page.getByRole('combobox', { name: 'Order' }).click();
    await page.getByRole('option', { name: /^name/ }).click();
    await idle();
    expect(await pathSteps(page)).toEqual(path);
    expect(await shownPart(page)).toBeCloseTo(part, 3);
    await page.getByRole('combobox', { name: 'Order' }).click();
    await page.getByRole('option', { name: /^size/ }).click();
    await idle();
  });

  it('opens in the tree what is selected in the graph, and shows in the graph what is in the tree', async () => {
    const { page, idle } = app;
    await rowOf(page, 'myservice/keys.buildKey').click();
    await idle();
    const path = await pathSteps(page);
    await page.getByRole('button', { name: 'Tree', exact: true }).click();
    await idle();
    const active = page.locator('[role=treeitem][aria-selected=true]');
    expect(await active.getAttribute('aria-label')).toMatch(/^myservice\/keys\.buildKey,/);
    expect(await active.getAttribute('aria-level')).toBe(String(path.length - 1));
    const row = await active.boundingBox();
    const field = await page.locator('.flame-tree-field').boundingBox();
    if (row === null || field === null) throw new Error('The tree is not to be seen.');
    expect(row.y).toBeGreaterThanOrEqual(field.y);
    expect(row.y + row.height).toBeLessThanOrEqual(field.y + field.height);
    // The last row of all is too narrow a box to be seen in the whole graph.
    await page.getByRole('tree').press('End');
    await idle();
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    await idle();
    expect(await shownPart(page)).toBeLessThan(0.5);
  });

  it('explains the keyboard when asked', async () => {
    const { page } = app;
    await page.locator('.flame-field').focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
