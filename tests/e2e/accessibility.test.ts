import { it } from 'vitest';
import { AFTER, BEFORE, chooseFiles, fixture, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { drop, hold } from './helpers/drop.ts';
import { tableRows } from './helpers/reading.ts';

it('no screen has a violation that axe finds', async () => {
  const app = await startApp();
  const { page, idle } = app;
  try {
    await expectNone(page, 'start page');

    await chooseFiles(app, BEFORE);
    await chooseFiles(app, AFTER);
    await page.locator('.profile-tab').nth(1).waitFor();
    await expectNone(page, 'profile');

    await tableRows(page).first().click();
    await page.keyboard.press('/');
    await page.keyboard.type('handlers');
    await idle();
    await expectNone(page, 'function selected, search');

    await page.getByRole('button', { name: 'Tree', exact: true }).click();
    await idle();
    await expectNone(page, 'tree');

    await chooseFiles(app, fixture('edge/not-a-profile.txt'));
    await page.locator('.notice').waitFor();
    await expectNone(page, 'notice', '.notice');

    await page.getByRole('combobox', { name: 'Granularity' }).click();
    await page.getByRole('option').first().waitFor();
    await expectNone(page, 'granularities', '[role=listbox]');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('dialog').waitFor();
    await expectNone(page, 'shortcuts', '[role=dialog]');
    await page.getByRole('button', { name: 'Close', exact: true }).click();

    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await page.getByRole('menuitem', { name: 'About Allocscope' }).click();
    await page.getByRole('dialog').waitFor();
    await expectNone(page, 'about', '[role=dialog]');
    await page.getByRole('button', { name: 'Close', exact: true }).click();

    await chooseFiles(app, fixture('edge/drop-frames-bad-regexp.pb.gz'));
    await page.locator('.warnings-badge').click();
    await page.locator('.warnings').waitFor();
    await expectNone(page, 'warnings', '.warnings');
  } finally {
    await app.close();
  }
});

it('no place to drop files has one', async () => {
  const app = await startApp();
  const { page, idle } = app;
  try {
    await drop(app, [BEFORE], '[data-drop-side="before"]');
    await page.locator('.start-side[data-taken]').waitFor();
    await idle();
    await expectNone(page, 'start page, one side taken');
    await hold(app, [AFTER]);
    await expectNone(page, 'places to drop one file');
    await hold(app, [BEFORE, AFTER]);
    await page.getByText('Drop to compare').waitFor();
    await expectNone(page, 'place to drop two files');
  } finally {
    await app.close();
  }
});

it('nothing about which profiles are compared has one', async () => {
  const app = await startApp();
  const { page, idle } = app;
  try {
    await drop(app, [BEFORE, AFTER]);
    await page.locator('.guess-line').waitFor();
    await idle();
    await expectNone(page, 'comparison');
    for (const name of [/^Before/, /open$/]) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('menu').waitFor();
      await expectNone(page, `${name}`, '[role=menu]');
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: '2 open' }).click();
    await page.getByRole('menuitem').first().click();
    await idle();
    await page
      .getByRole('button', { name: /^Compare/ })
      .first()
      .click();
    await page.getByRole('menu').waitFor();
    await expectNone(page, 'menu of a tab', '[role=menu]');
  } finally {
    await app.close();
  }
});
