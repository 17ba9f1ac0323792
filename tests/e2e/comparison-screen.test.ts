import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, chooseFiles, fixture, type RunningApp, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { textOf } from './helpers/reading.ts';

let app: RunningApp;

afterEach(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});
const card = (type: string): Locator =>
  app.page.locator('.measure').filter({ has: app.page.getByText(type, { exact: true }) });
const toolbar = () => app.page.getByRole('region', { name: 'View' });
const told = () => textOf(app.page.locator('.what-changed'));
const openFairness = () =>
  toolbar()
    .getByRole('button', { name: /^Values are/ })
    .click();
const field = (side: 'Before' | 'After') =>
  app.page.locator('.fairness').getByLabel(side, { exact: true });

/** Divides both sides by numbers that are typed in. */
async function divideBy(before: string, after: string): Promise<void> {
  await openFairness();
  await field('Before').fill(before);
  await field('After').fill(after);
  await app.page.keyboard.press('Escape');
  await app.idle();
}

describe('the story', () => {
  it('says what was, what is, by how much, and how sure that is', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { idle } = app;
    await idle();
    const objects = await textOf(card('alloc_objects'));
    expect(objects).toContain('26.5M');
    expect(objects).toContain('8.41M');
    expect(objects).toContain('−68.3% of before');
    expect(objects).toMatch(/95%: −7\d\.\d% to −6\d\.\d%/);
    expect(await card('alloc_objects').locator('[data-judgement=fall]').count()).toBe(1);
    // 16 and 15 objects that were drawn tell nothing, whatever the percentage.
    expect(await textOf(card('inuse_objects'))).toContain('within noise');
    expect(await card('inuse_objects').locator('[data-judgement=neutral]').count()).toBe(1);
    expect(await told()).toContain('Objects allocated fell by 68.3% of before.');
    expect(await told()).toMatch(/Largest falls beyond noise \(flat\): keys\.buildKey −2\.82M/);
    expect(await textOf(app.page.locator('.status-bar'))).toMatch(
      /512 KiB sampling on both sides.*165 \+ 121 samples.*Percentages are of before: 26\.5M objects/,
    );
  });

  it('is about another quantity when its card is chosen', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    await page.getByText('inuse_space', { exact: true }).click();
    await idle();
    expect(await told()).toContain('Bytes live: no change beyond sampling noise.');
    expect(await textOf(page.locator('.status-bar'))).toContain('of before: 8.49 MiB');
    // What is live rests on few samples: that stands above everything.
    const guard = page.getByRole('region', { name: 'Before you trust this' });
    expect(await guard.getAttribute('data-severity')).toBe('warn');
    expect(await textOf(guard)).toContain('Only 16 samples were taken before');
    await guard.getByRole('button', { name: /more$/ }).click();
    expect(await guard.getByRole('listitem').count()).toBe(3);
  });

  it('leads from what changed most to the function', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    await page.locator('.what-changed').getByRole('button', { name: 'keys.buildKey' }).click();
    await idle();
    expect(await textOf(page.locator('.breadcrumb [aria-current]'))).toBe('buildKey');
  });
});

describe('a focus', () => {
  it('is what cards and headline are about', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    await page.locator('.what-changed').getByRole('button', { name: 'keys.buildKey' }).click();
    await idle();
    await page.getByRole('button', { name: 'Show only stacks through it' }).click();
    await idle();
    expect(await textOf(card('alloc_objects'))).toMatch(/3\.57M.*1\.17M.*of before in focus · 95%/);
    expect(await told()).toMatch(
      /^Objects allocated through keys\.buildKey fell by 67\.\d% of before\./,
    );
    await page.getByRole('button', { name: 'Show all stacks again' }).click();
    await idle();
    expect(await textOf(card('alloc_objects'))).toMatch(/26\.5M.*8\.41M/);
  });
});

describe('what makes two runs comparable', () => {
  it('divides each side by what was typed in, as soon as it is a number', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    await openFairness();
    await field('Before').fill('80k');
    await field('After').fill('none');
    await page.getByText(/“none” is not a number: write 80000, 80,000 or 80k\./).waitFor();
    await idle();
    expect(await textOf(card('alloc_objects'))).toContain('26.5M');
    await field('After').fill('160,000');
    await idle();
    const objects = await textOf(card('alloc_objects'));
    expect(objects).toContain('332');
    expect(objects).toContain('52.6');
    expect(objects).toContain('−84.1% of before per request');
    await page.keyboard.press('Escape');
    expect(await textOf(toolbar())).toContain('80,000 / 160,000');
    expect(await textOf(page.locator('.status-bar'))).toContain('332 objects per request');
  });

  it('leaves what is live as it was measured, and says so where the divisor stands', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    await divideBy('80000', '80000');
    expect(await textOf(card('inuse_objects'))).toMatch(
      /44\.6k.*61\.9k.*\+38\.8% of before at the last/,
    );
    await page.getByText('inuse_space', { exact: true }).click();
    await idle();
    expect(await textOf(toolbar())).toContain('valuesas measuredlive: not divided');
    expect(await textOf(page.locator('.status-bar'))).toMatch(/of before: 8\.49 MiB(?! per)/);
    await openFairness();
    expect(await textOf(page.locator('.fairness'))).toContain(
      'Objects live, Bytes live: shown as measured.',
    );
  });

  it('has percentages of the net change refer to what is shown', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    await divideBy('10', '10');
    await toolbar().getByRole('combobox', { name: 'What percentages are of' }).click();
    await app.page.getByRole('option', { name: /^the net change/ }).click();
    await app.idle();
    expect(await textOf(app.page.locator('.status-bar'))).toContain(
      'the net change: 3.49M objects',
    );
  });

  it('remembers the numbers while values are shown otherwise', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    await divideBy('80000', '80000');
    await openFairness();
    await page.getByRole('button', { name: 'As measured', exact: true }).click();
    await idle();
    expect(await textOf(card('alloc_objects'))).toContain('26.5M');
    await page.getByRole('button', { name: 'Divided', exact: true }).click();
    await idle();
    expect(await textOf(card('alloc_objects'))).toContain('332');
    await page.locator('.fairness').getByRole('button', { name: 'GC cycle' }).click();
    await idle();
    expect(await told()).toContain('Objects allocated per GC cycle fell');
  });

  it('divides by the seconds that the profiles took, with one click', async () => {
    const cpu = (side: string) => fixture(`seed-story/${side}/cpu.pb.gz`);
    app = await startApp({ files: [cpu('before'), cpu('after')] });
    const { page, idle } = app;
    await openFairness();
    await page.getByRole('button', { name: /^Use the seconds that the profiles took/ }).click();
    await idle();
    expect(await textOf(card('cpu'))).toContain('per second');
    expect(await textOf(toolbar())).toMatch(/second10\.\d+ \/ 10\.\d+/);
  });

  it('cannot be overlooked when both sides are scaled to one total', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    await openFairness();
    await page.getByRole('button', { name: 'Same total', exact: true }).click();
    await page.keyboard.press('Escape');
    await idle();
    const banner = page.getByRole('region', { name: 'Scaling' });
    expect(await textOf(banner)).toContain('Scaled to the same total: values after × 3.15.');
    expect(await told()).not.toContain('fell by');
    await banner.getByRole('button', { name: 'Show as measured' }).click();
    await idle();
    expect(await banner.count()).toBe(0);
    expect(await textOf(card('alloc_objects'))).toContain('8.41M');
  });
});

describe('the sentence', () => {
  it('changes what is shown, and what percentages are of', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    const choose = async (label: string, word: RegExp) => {
      await toolbar().getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: word }).click();
      await idle();
    };
    const status = () => textOf(page.locator('.status-bar'));
    await choose('What percentages are of', /^after/);
    expect(await status()).toContain('Percentages are of after: 8.41M objects');
    await choose('What percentages are of', /^the net change/);
    // The two builds have no stack in common, so that nothing cancels out.
    expect(await status()).toContain('Percentages are of the net change: 34.9M objects');
    for (const display of ['Difference', 'Table', 'Report', 'Side by side']) {
      const button = toolbar().getByRole('button', { name: display, exact: true });
      await button.click();
      await idle();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      const scale = toolbar().getByRole('combobox', { name: 'Scale' });
      expect(await scale.count()).toBe(display === 'Side by side' ? 1 : 0);
    }
  });

  it('joins names by rules of the user, and shows what was joined so', async () => {
    app = await startApp({ files: [BEFORE, AFTER] });
    const { page, idle } = app;
    await toolbar().getByRole('button', { name: 'more' }).click();
    await page.getByRole('button', { name: 'rules…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Matching of names' });
    const pattern = dialog.getByRole('textbox', { name: 'Pattern of rule 1' });
    await pattern.fill('^myservice/(keys');
    expect(await textOf(dialog.getByRole('alert'))).toMatch(/missing closing \)/);
    expect(await dialog.getByRole('button', { name: 'Apply the rules' }).isDisabled()).toBe(true);
    // What is only before takes the name of what is on both sides.
    await pattern.fill('^myservice/handlers\\.renderAudit$');
    await dialog
      .getByRole('textbox', { name: 'Replacement of rule 1' })
      .fill('myservice/handlers.(*Handler).enrich');
    await dialog.getByRole('button', { name: 'Apply the rules' }).click();
    await idle();
    expect(await textOf(dialog.getByRole('region', { name: 'What was joined' }))).toContain(
      'was myservice/handlers.renderAudit',
    );
    await page.keyboard.press('Escape');
    expect(await textOf(toolbar())).toContain('more1 rule');
  });
});

describe('profiles that do not go together', () => {
  it('say so instead of comparing', async () => {
    const block = fixture('seed-story/before/block.pb.gz');
    app = await startApp({ files: [block, fixture('seed-story/after/mutex.pb.gz')] });
    const guard = app.page.getByRole('region', { name: 'Before you trust this' });
    expect(await guard.getAttribute('data-severity')).toBe('stop');
    expect(await told()).toContain('Nothing can be concluded');
    expect(await told()).not.toContain('fell by');
    expect(await app.page.locator('.measure [data-judgement=fall]').count()).toBe(0);
  });

  it('say what each measured when they have nothing in common', async () => {
    app = await startApp();
    await chooseFiles(app, BEFORE, fixture('seed-story/after/cpu.pb.gz'));
    const screen = app.page.getByRole('main');
    await screen.getByRole('heading', { name: /measured different things/ }).waitFor();
    expect(await textOf(screen.getByRole('region', { name: 'Before' }))).toContain('alloc_objects');
    expect(await textOf(screen.getByRole('region', { name: 'After' }))).toContain('CPU time');
    await expectNone(app.page, 'nothing in common');
    await screen.getByRole('region', { name: 'After' }).getByRole('button').click();
    await app.idle();
    await app.page.locator('.measure').first().waitFor();
  });
});

it('has no violation that axe finds', async () => {
  app = await startApp({ files: [BEFORE, AFTER] });
  const { page, idle } = app;
  await expectNone(page, 'comparison');
  await openFairness();
  await field('Before').fill('0');
  await expectNone(page, 'divisors');
  await page.getByRole('button', { name: 'Same total', exact: true }).click();
  await page.keyboard.press('Escape');
  await idle();
  await page.getByText('inuse_objects', { exact: true }).click();
  await idle();
  await page.locator('.guard').getByRole('button').first().click();
  await expectNone(page, 'same total, and what the guard found');
  await toolbar().getByRole('button', { name: 'more' }).click();
  await page.getByRole('button', { name: 'rules…' }).click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('textbox', { name: 'Pattern of rule 1' }).fill('(');
  await expectNone(page, 'rules');
  // On a busy machine axe takes long over so many elements.
}, 180_000);
