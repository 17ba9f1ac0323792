import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, type RunningApp, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { drop } from './helpers/drop.ts';
import { clickFlame, pathSteps, selectedName, shownPart, textOf } from './helpers/reading.ts';

let app: RunningApp;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allocscope-investigation-'));
});
afterEach(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
const press = async (name: string | RegExp) => {
  await app.page.getByRole('button', { name, exact: true }).first().click();
  await app.idle();
};
const dialog = () => app.page.getByRole('dialog');

/** Saves what is on screen into the test's folder; the result is its path. */
async function save(notes: string, withProfiles: boolean): Promise<string> {
  const { page, idle } = app;
  await page.keyboard.press('ControlOrMeta+s');
  await idle();
  await expectNone(page, 'the dialog that saves');
  await dialog().getByLabel('Notes').fill(notes);
  await dialog().getByRole('checkbox').setChecked(withProfiles);
  const download = page.waitForEvent('download');
  await dialog().getByRole('button', { name: 'Download' }).click();
  const path = join(folder, (await download).suggestedFilename());
  await (await download).saveAs(path);
  await idle();
  return path;
}

/** All that the page shows which an investigation is to bring back. */
async function screen() {
  const { page } = app;
  return {
    title: await page.title(),
    toolbar: await textOf(page.getByRole('region', { name: 'View' })),
    measures: await textOf(page.locator('.measure-cards')),
    status: await textOf(page.locator('footer')),
    display: await page.locator('[aria-pressed=true]').allTextContents(),
    search: await page.getByLabel('Find a function in the flame graph').inputValue(),
    filter: await page.getByLabel('Filter the table by function or file').inputValue(),
    rows: await page.locator('.grid-row').allTextContents(),
    selected: (await page.locator('.frame-head h2').count()) > 0 ? await selectedName(page) : null,
    path: await pathSteps(page),
    lenses: await Promise.all(
      (await page.locator('.flame-lens').all()).map((lens) => lens.boundingBox()),
    ),
  };
}

/** A comparison of which all is chosen otherwise than at first. */
async function arrange(): Promise<void> {
  const { page, idle } = app;
  await page.getByText('alloc_space', { exact: true }).click();
  await idle();
  await press(/^Values are/);
  const form = page.locator('.fairness');
  await form.getByLabel('Before', { exact: true }).fill('40');
  await form.getByLabel('After', { exact: true }).fill('80');
  await page.keyboard.press('Escape');
  await press('Difference');
  await press('more');
  await press('rules…');
  await dialog().getByRole('button', { name: /^Add/ }).first().click();
  await dialog().getByRole('textbox').nth(0).fill('formatField');
  await dialog().getByRole('textbox').nth(1).fill('formatBits');
  await dialog()
    .getByRole('button', { name: /^(Apply|Use)/ })
    .click();
  await page.keyboard.press('Escape');
  await idle();
  const makeLine = page.getByText('makeLine', { exact: true });
  await page.locator('.grid-row').filter({ has: makeLine }).click();
  await idle();
  await page.locator('.frame-focus').click();
  await idle();
  await page.getByLabel('Find a function in the flame graph').fill('grow');
  await page.getByLabel('Filter the table by function or file').fill('s');
  await page.getByRole('columnheader', { name: 'flat after' }).click();
  await idle();
  await clickFlame(page, 0.3, 2);
  await idle();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await idle();
}

describe('an investigation', () => {
  it('brings back a comparison with all that was chosen for it', async () => {
    app = await startApp({ files: [BEFORE, AFTER], width: 1600 });
    await arrange();
    const saved = await screen();
    const path = await save('Lines are made twice.', true);
    expect(saved.toolbar).toContain('40 / 80');
    expect(saved.toolbar).toContain('more1 rule');
    expect(saved.toolbar).toContain('only through handlers.makeLine');
    expect(await shownPart(app.page)).toBeLessThan(0.9);
    expect(saved.path.length).toBeGreaterThan(2);
    await app.close();

    app = await startApp({ files: [path], width: 1600 });
    expect(await screen()).toEqual(saved);
    await app.page.keyboard.press('ControlOrMeta+Shift+s');
    await app.idle();
    expect(await dialog().getByLabel('Notes').inputValue()).toBe('Lines are made twice.');
  });

  it('brings back a profile, dropped on the window', async () => {
    app = await startApp({ files: [BEFORE] });
    await clickFlame(app.page, 0.2, 4);
    await app.page.keyboard.press('Enter');
    await app.idle();
    const saved = await screen();
    const path = await save('', true);
    await app.close();
    app = await startApp();
    await drop(app, [path]);
    await app.page.locator('.grid-row').first().waitFor();
    await app.idle();
    expect(await screen()).toEqual(saved);
  });

  it('brings back the example with its texts, and what of them was looked at', async () => {
    app = await startApp();
    await press('Open the example');
    const chips = () => app.page.getByRole('list', { name: 'Evidence' }).getByRole('button');
    const names = async () =>
      await chips().evaluateAll((all) => all.map((chip) => chip.getAttribute('aria-label')).sort());
    await chips().nth(7).waitFor();
    await press('Collector');
    const saved = await names();
    expect(saved).toContain('before/gctrace.log, Before, 314 collections');
    const path = await save('', true);
    await app.close();
    app = await startApp({ files: [path], awaits: '.facet-tab[aria-current]' });
    await chips().nth(7).waitFor();
    await app.idle();
    expect(await names()).toEqual(saved);
    expect(await textOf(app.page.locator('.facet-tab[aria-current]'))).toBe('Collector');
    await expectNone(app.page, 'the collector of an investigation');
  });

  it('says that a profile was moved, and goes on with it where it is located', async () => {
    mkdirSync(join(folder, 'profiles'));
    const [before, after] = ['before', 'after'].map((side) =>
      join(folder, 'profiles', `${side}.pb.gz`),
    );
    copyFileSync(BEFORE, before ?? '');
    copyFileSync(AFTER, after ?? '');
    app = await startApp({ files: [before ?? '', after ?? ''] });
    const saved = await screen();
    const path = await save('', false);
    await app.close();
    const moved = join(folder, 'moved.pb.gz');
    renameSync(after ?? '', moved);

    app = await startApp({ files: [path], awaits: '[role=dialog]' });
    const { page, idle } = app;
    const row = dialog().locator('.sought-profile').nth(1);
    await expectNone(page, 'the dialog that asks for profiles');
    expect(await textOf(row)).toContain('after.pb.gz');
    expect(await textOf(row)).toContain('It is not there any more.');
    expect(await textOf(row)).toContain(after);
    expect(await dialog().getByRole('button', { name: 'Open all the same' }).isDisabled()).toBe(
      true,
    );
    const locate = async (file: string) => {
      const chooser = page.waitForEvent('filechooser');
      await dialog().getByRole('button', { name: 'Locate after.pb.gz' }).click();
      await (await chooser).setFiles(file);
      await idle();
    };
    await locate(before ?? '');
    expect(await textOf(row)).toMatch(
      /before\.pb\.gz is another file: its SHA-256 begins with [0-9a-f]{12}, not/,
    );
    expect(await dialog().getByRole('button', { name: 'Open all the same' }).isEnabled()).toBe(
      true,
    );
    await locate(moved);
    await page.locator('.grid-row').first().waitFor();
    await idle();
    expect(await dialog().count()).toBe(0);
    expect(await page.locator('.notice').count()).toBe(0);
    expect((await screen()).rows).toEqual(saved.rows);
  });

  it('says that a profile has changed, and is opened with it if the user agrees', async () => {
    const profile = join(folder, 'heap.pb.gz');
    copyFileSync(BEFORE, profile);
    app = await startApp({ files: [profile] });
    const path = await save('', false);
    await app.close();
    copyFileSync(AFTER, profile);

    app = await startApp({ files: [path], awaits: '[role=dialog]' });
    const { page, idle } = app;
    expect(await textOf(dialog())).toContain('There is another file in its place');
    await dialog().getByRole('button', { name: 'Open all the same' }).click();
    await page.locator('.grid-row').first().waitFor();
    await idle();
    await page.getByText('8,414,168 objects').waitFor();
    expect(await textOf(page.locator('.notice'))).toContain('is not the heap.pb.gz of which');
  });

  it('asks again after a reload, and can be left', async () => {
    const profile = join(folder, 'heap.pb.gz');
    copyFileSync(BEFORE, profile);
    app = await startApp({ files: [profile] });
    const path = await save('', false);
    await app.close();
    rmSync(profile);
    app = await startApp({ files: [path], awaits: '[role=dialog]' });
    await app.page.reload();
    await app.idle();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await app.idle();
    expect(await dialog().count()).toBe(0);
    await app.page.getByRole('heading', { name: /See where/ }).waitFor();
  });
});
