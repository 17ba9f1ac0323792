import { afterEach, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, chooseFiles, fixture, type RunningApp, startApp } from './helpers/app.ts';
import { drop, hold } from './helpers/drop.ts';
import { textOf } from './helpers/reading.ts';

let app: RunningApp | null = null;

afterEach(async () => {
  expect(app?.faults ?? []).toEqual([]);
  await app?.close();
  app = null;
});
async function start(options?: Parameters<typeof startApp>[0]): Promise<RunningApp> {
  app = await startApp(options);
  return app;
}

const OTHER = fixture('edge/no-samples.pb.gz');

/** The names of the two sides, and what tells them apart. */
async function sides({ page, idle }: RunningApp): Promise<string[]> {
  await page.locator('.side-chip').first().waitFor();
  await idle();
  return await page.locator('.side-chip-name').allInnerTexts();
}

/** When the two sides were taken. */
async function times({ page, idle }: RunningApp): Promise<string[]> {
  await page.locator('.side-chip').first().waitFor();
  await idle();
  const origins = await page.locator('.side-chip-origin').allInnerTexts();
  return origins.map((origin) => /\d\d:\d\d:\d\d/.exec(origin)?.[0] ?? '');
}

/** `15:04:08` of the first before that of the second. */
const isEarlier = ([first = '', second = '']: string[]) => first < second;

async function chooseFor(running: RunningApp, button: string, path: string): Promise<void> {
  const chooser = running.page.waitForEvent('filechooser');
  await running.page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(path);
  await running.idle();
}

async function chooseFrom(running: RunningApp, button: RegExp, item: string): Promise<void> {
  await running.page.getByRole('button', { name: button }).first().click();
  await running.page.getByRole('menu').getByText(item).click();
  await running.idle();
}

describe('two files of the command line', () => {
  it('are compared in their order, without guessing', async () => {
    const running = await start({ files: [AFTER, BEFORE] });
    expect(await sides(running)).toEqual(['Before heap.pb.gzafter', 'After heap.pb.gzbefore']);
    expect(await running.page.locator('.guess-line').count()).toBe(0);
    expect(await running.page.title()).toContain('heap.pb.gz → heap.pb.gz');
  });

  it('stay compared when the page is loaded again, as they were swapped', async () => {
    const running = await start({ files: [BEFORE, AFTER] });
    const { page } = running;
    await page.reload();
    expect(await sides(running)).toEqual(['Before heap.pb.gzbefore', 'After heap.pb.gzafter']);
    await page.keyboard.press('x');
    await running.idle();
    await page.reload();
    expect(await sides(running)).toEqual(['Before heap.pb.gzafter', 'After heap.pb.gzbefore']);
  });

  it('leave the one that can be opened', async () => {
    const running = await start({ files: [fixture('edge/not-a-profile.txt'), AFTER] });
    await running.page.getByText('8,414,168 objects').waitFor();
    expect(await textOf(running.page.locator('.notice'))).toContain('not-a-profile.txt');
    expect(await running.page.locator('.profile-tab').count()).toBe(1);
  });

  it('may be the same', async () => {
    const running = await start({ files: [BEFORE, BEFORE] });
    expect(await sides(running)).toEqual(['Before heap.pb.gzno. 1', 'After heap.pb.gzno. 2']);
  });
});

describe('two files that are dropped together', () => {
  it.each([[[BEFORE, AFTER]], [[AFTER, BEFORE]]])(
    'are put in order, with the reason and a way to swap (%#)',
    async (files) => {
      const running = await start();
      const { page, idle } = running;
      await drop(running, files);
      expect(isEarlier(await times(running))).toBe(true);
      const line = page.locator('.guess-line');
      expect(await textOf(line)).toMatch(
        /heap\.pb\.gz .* is before, since it was taken .* earlier\./,
      );
      await line.getByRole('button', { name: 'Swap before and after' }).click();
      await idle();
      expect(isEarlier(await times(running))).toBe(false);
      expect(await line.count()).toBe(0);
    },
  );

  it('are chosen together just as well', async () => {
    const running = await start({ files: [OTHER] });
    await chooseFiles(running, AFTER, BEFORE);
    expect(isEarlier(await times(running))).toBe(true);
    expect(await textOf(running.page.locator('.open-list'))).toContain('3 open');
  });

  it('leave what is on screen until both are there, and show the one that can be opened', async () => {
    const running = await start();
    const { page } = running;
    await drop(running, [fixture('edge/not-a-profile.txt'), BEFORE]);
    await page.getByText('26,528,286 objects').waitFor();
    expect(await textOf(page.locator('.notice'))).toContain('not-a-profile.txt');
  });
});

describe('a file that is dropped on a side', () => {
  const place = (side: string) => `[data-drop-side="${side}"]`;

  it('is compared with the profile on screen', async () => {
    const running = await start({ files: [AFTER] });
    const { page } = running;
    await hold(running, [BEFORE]);
    expect(await textOf(page.locator(place('before')))).toContain('with heap.pb.gz as after');
    expect(await textOf(page.locator(place('after')))).toContain('with heap.pb.gz as before');
    await page.getByText('Drop to open').waitFor();
    await drop(running, [BEFORE], place('before'));
    expect(isEarlier(await times(running))).toBe(true);
    expect(await page.locator('.drop-overlay').count()).toBe(0);
    expect(await page.locator('.guess-line').count()).toBe(0);
  });

  it('takes the place of what is there in a comparison', async () => {
    const running = await start({ files: [BEFORE, BEFORE] });
    const { page } = running;
    await hold(running, [AFTER]);
    expect(await textOf(page.locator(place('after')))).toContain('in place of heap.pb.gz (no. 2)');
    await drop(running, [AFTER], place('after'));
    expect(isEarlier(await times(running))).toBe(true);
    expect(await textOf(page.locator('.open-list'))).toContain('3 open');
  });

  it('waits on the start page for the other one', async () => {
    const running = await start();
    const { page, idle } = running;
    await drop(running, [AFTER], place('after'));
    await page.locator('.start-side[data-taken]').waitFor();
    await idle();
    expect(await textOf(page.locator('.start-side[data-taken]'))).toContain('Afterheap.pb.gz');
    await chooseFor(running, 'Before', BEFORE);
    expect(isEarlier(await times(running))).toBe(true);
  });

  it('is taken away from the start page again, or looked at alone', async () => {
    const running = await start();
    const { page } = running;
    await chooseFor(running, 'Before', BEFORE);
    await page.getByRole('button', { name: 'Close heap.pb.gz' }).click();
    await page.locator('.start-side[data-taken]').waitFor({ state: 'detached' });
    await chooseFor(running, 'After', AFTER);
    await page.getByRole('button', { name: 'Look at it alone' }).click();
    await page.getByText('8,414,168 objects').waitFor();
  });

  it('is opened alone elsewhere', async () => {
    const running = await start({ files: [AFTER] });
    await drop(running, [BEFORE]);
    await running.page.getByText('26,528,286 objects').waitFor();
    expect(await running.page.locator('.profile-tab').count()).toBe(2);
  });
});

describe('any two of the open profiles', () => {
  it('are compared by the menu of a tab, and exchanged by that of a side', async () => {
    const running = await start({ files: [BEFORE] });
    const { page } = running;
    await chooseFiles(running, OTHER);
    await chooseFiles(running, AFTER);
    await chooseFrom(running, /^Compare heap\.pb\.gz \(no\. 2\) with/, 'no-samples.pb.gz');
    expect((await sides(running)).join()).toContain('no-samples.pb.gz');
    const empty = (await sides(running))[0]?.includes('no-samples') ? /^Before/ : /^After/;
    await chooseFrom(running, empty, 'heap.pb.gz (before)');
    expect((await sides(running)).join()).not.toContain('no-samples.pb.gz');
    // What stands on the other side changes places.
    const compared = await times(running);
    const other = page.locator('.side-chip-origin').nth(1);
    const origin = await textOf(other);
    await page.locator('.side-chip').first().click();
    await page.getByRole('menuitemradio').filter({ hasText: origin }).click();
    expect(await times(running)).toEqual(compared.reverse());
  });

  it('are compared by the menu of the page', async () => {
    const running = await start({ files: [BEFORE] });
    const { page } = running;
    await chooseFiles(running, AFTER);
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Compare with…' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: /^heap\.pb\.gz/ }).press('Enter');
    expect(isEarlier(await times(running))).toBe(true);
    expect(await textOf(page.locator('.guess-line'))).toContain('is before, since');
  });

  it('are left for one alone, and come back to', async () => {
    const running = await start({ files: [BEFORE, AFTER] });
    const { page, idle } = running;
    await page.getByRole('button', { name: '2 open' }).click();
    await page.getByRole('menuitem', { name: /before/ }).click();
    await page.getByText('26,528,286 objects').waitFor();
    await page.getByRole('button', { name: /^Comparison/ }).click();
    expect(await sides(running)).toEqual(['Before heap.pb.gzbefore', 'After heap.pb.gzafter']);
    await chooseFrom(running, /^After/, 'Look at it alone');
    await page.getByText('8,414,168 objects').waitFor();
    await page.getByRole('button', { name: 'End the comparison' }).click();
    await idle();
    expect(await page.locator('.profile-tab').count()).toBe(2);
  });

  it('end as a comparison when one is closed, and leave the other', async () => {
    const running = await start({ files: [BEFORE, AFTER] });
    const { page } = running;
    await chooseFrom(running, /^After/, 'Close this profile');
    await page.getByText('26,528,286 objects').waitFor();
    expect(await page.locator('.profile-tab').count()).toBe(1);
  });
});

it('swaps by a key, which is a letter where one types', async () => {
  const running = await start({ files: [BEFORE, AFTER] });
  const { page } = running;
  await page.keyboard.press('/');
  await page.keyboard.type('x');
  expect(isEarlier(await times(running))).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  expect(isEarlier(await times(running))).toBe(false);
});

it('says how much a search found on each side', async () => {
  const running = await start({ files: [BEFORE, AFTER] });
  const { page, idle } = running;
  await page.keyboard.press('/');
  await page.keyboard.type('buildKey');
  await idle();
  const words = await textOf(page.locator('.search-outcome output'));
  expect(words).toMatch(/^13\.5% of before, \d\S*% of after, \d+ box/);
});

it.each([900, 1280])('keeps its header on one line at a width of %i', async (width) => {
  const running = await start({ files: [BEFORE, AFTER], width });
  const { page } = running;
  expect((await page.locator('.header').boundingBox())?.height).toBe(46);
  const menu = await page.getByRole('button', { name: 'Menu' }).boundingBox();
  expect((menu?.x ?? width) + (menu?.width ?? 0)).toBeLessThanOrEqual(width);
});
