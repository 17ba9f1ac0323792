import { it } from 'vitest';
import { AFTER, BEFORE, chooseFiles, withApp } from './helpers/app.ts';
import { takePictures } from './helpers/pictures.ts';
import { rowOf, tableRows } from './helpers/reading.ts';

it('shows every view of a comparison', () =>
  withApp({ files: [BEFORE, AFTER] }, async (app) => {
    const { page } = app;
    await tableRows(page).filter({ hasText: 'buildKey' }).click();
    await takePictures(app, 'comparison');
    for (const view of ['Difference', 'Table', 'Report']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await takePictures(app, view.toLowerCase());
    }
    await page.keyboard.press('ControlOrMeta+e');
    await page.getByRole('dialog').waitFor();
    await takePictures(app, 'export');
  }));

it('shows the source of a function on both sides', () =>
  withApp({}, async (app) => {
    const { page } = app;
    await page.getByRole('button', { name: /example/ }).click();
    await tableRows(page).filter({ hasText: 'buildKey' }).click();
    await page.getByRole('button', { name: 'Show source', exact: true }).click();
    await page.locator('.source-row').first().waitFor();
    await takePictures(app, 'source');
  }));

it('shows every view of a profile', () =>
  withApp({}, async (app) => {
    const { page } = app;
    await takePictures(app, 'start');
    await chooseFiles(app, BEFORE);
    await chooseFiles(app, AFTER);
    await page.locator('.profile-tab-name').first().click();
    await takePictures(app, 'profile');
    await rowOf(page, 'myservice/keys.buildKey').click();
    await takePictures(app, 'selected');
    await page.getByRole('button', { name: 'Tree', exact: true }).click();
    await takePictures(app, 'tree');
    await page.getByRole('button', { name: 'Graph', exact: true }).click();
    await page.keyboard.press('/');
    await page.keyboard.type('handlers');
    await page.keyboard.press('Enter');
    await takePictures(app, 'search');
    await page.getByRole('combobox', { name: 'Granularity' }).click();
    await page.getByRole('option').first().waitFor();
    await takePictures(app, 'choice');
    await page.keyboard.press('Escape');
    await page.locator('.flame-field').press('?');
    await page.getByRole('dialog').waitFor();
    await takePictures(app, 'shortcuts');
  }));
