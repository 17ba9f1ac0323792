import { basename } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { AFTER, BEFORE, chooseFiles, fixture, type RunningApp, startApp } from './helpers/app.ts';
import { drop, hold } from './helpers/drop.ts';
import { clickFlame, shownPart, textOf } from './helpers/reading.ts';

let app: RunningApp | null = null;

afterEach(async () => {
  await app?.close();
  app = null;
});
/** Objects allocated, in all, of the two profiles of the story, as `go tool pprof` counts them. */
const BEFORE_OBJECTS = '26,528,286 objects';
const AFTER_OBJECTS = '8,414,168 objects';

it('opens a profile by argument', async () => {
  app = await startApp({ files: [BEFORE] });
  await app.page.getByText(BEFORE_OBJECTS).waitFor();
  expect(await app.page.locator('.flame-graph').getAttribute('data-status')).toBe('shown');
  expect(app.faults).toEqual([]);
});

it('opens profiles by its chooser, tells them apart and closes them', async () => {
  app = await startApp();
  const { page } = app;
  await chooseFiles(app, BEFORE);
  await page.getByText(BEFORE_OBJECTS).waitFor();
  await chooseFiles(app, AFTER);
  await page.getByText(AFTER_OBJECTS).waitFor();
  expect(await page.locator('.profile-tab').count()).toBe(2);

  await page.locator('.profile-tab-name').first().click();
  await page.getByText(BEFORE_OBJECTS).waitFor();
  await page
    .getByRole('button', { name: /^Close heap/ })
    .first()
    .click();
  await page.getByText(AFTER_OBJECTS).waitFor();
  await page.getByRole('button', { name: /^Close heap/ }).click();
  await page.getByRole('heading', { name: /See where/ }).waitFor();
});

it('looks at a profile that is come back to as it was left', async () => {
  app = await startApp({ files: [BEFORE] });
  await chooseFiles(app, AFTER);
  const { page, idle } = app;
  const [first, second] = [0, 1].map((at) => page.locator('.profile-tab-name').nth(at));
  await clickFlame(page, 0.3, 3);
  await idle();
  await page.locator('.flame-field').press('+');
  await page.locator('.flame-field').press('Shift+ArrowRight');
  await idle();
  const lens = page.locator('.flame-lens');
  const left = await lens.boundingBox();
  expect(await shownPart(page)).toBeLessThan(0.9);
  await first?.click();
  await idle();
  expect(await shownPart(page)).toBeCloseTo(1, 2);
  await second?.click();
  await idle();
  expect(await lens.boundingBox()).toEqual(left);
});

it('brings the tab of the profile that is looked at into view', async () => {
  app = await startApp({ width: 900 });
  const { page, idle } = app;
  const files = [BEFORE, AFTER, BEFORE, AFTER, BEFORE, AFTER];
  for (const file of files) {
    // The page is busy from the choice on: nothing else has to be waited for.
    await page.locator('input[type=file]').setInputFiles(file);
    await idle();
  }
  const strip = await page.locator('.profile-tabs').boundingBox();
  const tab = await page.locator('.profile-tab[data-active]').boundingBox();
  if (strip === null || tab === null) throw new Error('There are no tabs.');
  expect(await page.locator('.profile-tab').count()).toBe(files.length);
  expect(tab.x).toBeGreaterThanOrEqual(strip.x);
  expect(tab.x + tab.width).toBeLessThanOrEqual(strip.x + strip.width + 1);
});

it('opens several profiles that are dropped at once', async () => {
  app = await startApp();
  const { page, idle } = app;
  await drop(app, [BEFORE, AFTER, BEFORE]);
  await page.locator('.profile-tab').nth(2).waitFor();
  await idle();
  expect(await page.locator('.drop-overlay').count()).toBe(0);
  expect(await page.locator('.profile-tab').count()).toBe(3);
});

it('shows where a drop would go while files are held over the window', async () => {
  app = await startApp({ files: [BEFORE] });
  const { page } = app;
  await hold(app, [BEFORE]);
  await page.getByText('Drop to open').waitFor();
});

it.each([
  ['edge/not-a-profile.txt'],
  ['edge/html-error-page.pb.gz'],
  ['edge/truncated-gzip-no-crc.pb.gz'],
  ['edge/truncated-raw.pb'],
  ['edge/string-index-out-of-range.pb.gz'],
  ['edge/random-bytes.pb'],
])('says in a sentence what is wrong with %s, and leaves open what is open', async (name) => {
  app = await startApp({ files: [BEFORE] });
  const { page } = app;
  await chooseFiles(app, fixture(name));
  const notice = page.locator('.notice');
  await notice.waitFor();
  expect(await textOf(notice)).toContain(basename(name));
  expect(await textOf(notice)).toMatch(/\.$/);
  await page.getByText(BEFORE_OBJECTS).waitFor();
  await page.getByRole('button', { name: 'Dismiss this notice' }).click();
  expect(await notice.count()).toBe(0);
});

it('has the focus on the heading when what had it is gone', async () => {
  app = await startApp({ files: [BEFORE, AFTER] });
  const { page, idle } = app;
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML ?? '');
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).first().press('Enter');
    await idle();
  };
  await press('2 open');
  await page.getByRole('menuitem').first().press('Enter');
  await idle();
  expect(await focused()).toMatch(/^<h1.*heap\.pb\.gz/);
  for (const left of [/^<h1.*heap\.pb\.gz/, /^<h1.*See where/]) {
    await press(/^Close heap/);
    expect(await focused()).toMatch(left);
  }
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('Open profiles');
});

it('says that there is nothing where a profile has no samples', async () => {
  app = await startApp({ files: [fixture('edge/no-samples.pb.gz')] });
  const { page } = app;
  expect(await textOf(page.locator('.flame-status'))).toMatch(/^No samples to show/);
  expect(await textOf(page.locator('.grid-empty'))).toBe('No function has a value in this view.');
});

it('shows names that look like markup as what they are', async () => {
  app = await startApp({ files: [fixture('edge/html-in-names.pb.gz')] });
  const { page, faults } = app;
  const text = await textOf(page.locator('.grid'));
  expect(text).toContain('<script>alert(1)</script>');
  expect(await page.locator('.grid script').count()).toBe(0);
  expect(faults).toEqual([]);
});
