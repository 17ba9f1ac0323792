import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../src/core/text/visible-text.ts';
import { drawProfile } from '../helpers/draw-profile.ts';
import { dataOfPage, exportPage, type WantedPage } from '../helpers/exported-pages.ts';
import { hostileProfile, hostileTexts } from '../helpers/hostile-profile.ts';
import { AFTER, BEFORE, fixture } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { type OpenedPage, openPage, type PageOptions } from './helpers/exported-page.ts';

/** Opens a page, does something with it, and expects that it asked for nothing and complained of nothing. */
async function withPage(
  html: Uint8Array,
  act: (page: Page, opened: OpenedPage) => Promise<void>,
  options: PageOptions = {},
): Promise<void> {
  const opened = await openPage(html, options);
  try {
    await act(opened.page, opened);
    expect(opened.faults).toEqual([]);
    expect(opened.requests).toEqual([]);
  } finally {
    await opened.close();
  }
}

const single = (wanted: WantedPage = {}) => exportPage([AFTER], wanted);
const compared = (wanted: WantedPage = {}) => exportPage([BEFORE, AFTER], wanted);

/** The box that shows a text. */
const boxOf = (page: Page, label: string | RegExp): Locator =>
  page
    .locator('g.frame')
    .filter({ has: page.locator('.d3-flame-graph-label', { hasText: label }) });

const widthOf = async (box: Locator): Promise<number> =>
  Number(await box.first().locator('rect').getAttribute('width'));

const said = async (page: Page): Promise<string> =>
  ((await page.getByRole('status').textContent()) ?? '').trim();

it('opens from the disk, loads nothing, and says what it is about', async () => {
  await withPage(await single(), async (page) => {
    expect(await page.title()).toBe('heap.pb.gz: objects allocated');
    expect(await boxOf(page, /^all · 8.41M objects$/).count()).toBe(1);
    expect(await page.getByRole('table').count()).toBe(3);
    expect(await page.locator('.method').textContent()).toContain('SHA-256');
  });
});

it('cannot run or fetch what is not its own', async () => {
  const opened = await openPage(await single());
  try {
    const outcome = await opened.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.broken = 1';
      document.head.append(script);
      const image = new Image();
      const loaded = new Promise((done) => {
        image.onload = () => done('loaded');
        image.onerror = () => done('refused');
      });
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
      const fetched = await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      );
      return [Reflect.get(globalThis, 'broken') ?? 'refused', await loaded, fetched];
    });
    expect(outcome).toEqual(['refused', 'refused', 'refused']);
    expect(opened.faults.join('\n')).toContain('Content Security Policy');
  } finally {
    await opened.close();
  }
});

it('zooms to a box, says what it is, and back', async () => {
  await withPage(await single(), async (page) => {
    const box = boxOf(page, 'orderKeys').first();
    const before = await widthOf(box);
    const whole = await widthOf(boxOf(page, /^all · /));
    await box.click();
    expect(await widthOf(box)).toBeCloseTo(whole, 3);
    expect(before).toBeLessThan(whole / 5);
    expect(await said(page)).toMatch(
      /^Zoomed to myservice\/handlers\.\(\*Handler\)\.orderKeys, 1\.25M objects, 14\.8% of all/,
    );
    await page.keyboard.press('Escape');
    expect(await widthOf(box)).toBeCloseTo(before, 3);
    expect(await said(page)).toBe('');
  });
});

it('finds functions in any case, dims the rest, and steps through what it found', async () => {
  await withPage(await single(), async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('BUILDKEY');
    expect(await said(page)).toBe('Found 2 boxes, together 13.9% of all objects allocated.');
    const dimmed = page.locator('rect[fill="var(--box-dimmed)"]');
    const frames = await page.locator('g.frame').count();
    expect(await dimmed.count()).toBe(frames - 2);
    await page.keyboard.press('Enter');
    expect(await said(page)).toContain('Zoomed to myservice/keys.buildKey');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    expect(await dimmed.count()).toBe(0);
    expect(await said(page)).toBe('');
    await page.getByRole('searchbox').fill('no such function');
    expect(await said(page)).toBe('Not found among the boxes of at least 0.10%.');
  });
});

it('says on hover what a box is, and the shares of what', async () => {
  await withPage(await single(), async (page) => {
    await boxOf(page, 'makeLine').first().hover();
    const tooltip = page.getByRole('tooltip');
    expect(await tooltip.locator('p').allTextContents()).toEqual([
      'myservice/handlers.makeLine',
      'myservice/handlers',
      '/src/myservice/handlers/handlers.go:107',
    ]);
    expect(await tooltip.getByRole('row').allTextContents()).toEqual([
      'flat918k objects10.9% of total',
      'cum4.23M objects50.3% of total',
      '98.1% of caller',
    ]);
    await page.mouse.move(5, 5);
    expect(await tooltip.isVisible()).toBe(false);
  });
});

it('says on hover what a box was and is', async () => {
  await withPage(await compared(), async (page) => {
    await boxOf(page, 'keys.OrderKey').first().hover();
    const rows = page.getByRole('tooltip').getByRole('row');
    expect(await rows.allTextContents()).toMatchInlineSnapshot(`
      [
        "objectsbeforeafterchangeratio",
        "flat000—",
        "cum3.54M1.15M−2.39M×0.324",
        "share of its side13.3%13.6%",
        "change of total before−9.0%",
      ]
    `);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Difference flame graph',
      'Totals',
      'Largest falls',
      'Largest rises',
      'What to know before trusting it',
      'How the figures were obtained',
    ]);
  });
});

it('hatches what is gone and bars what is new, whatever the colour', async () => {
  await withPage(await compared(), async (page) => {
    expect(await boxOf(page, 'enrich.func1').locator('rect').getAttribute('fill')).toMatch(
      /^url\(#pattern-removed-\d+\)$/,
    );
    const { boxes } = dataOfPage(await compared());
    const added = boxes.oneSided.filter((mark, row) => mark === 2 && boxes.merged[row] === 0);
    const barred = page.locator('rect[fill^="url(#pattern-added-"]');
    expect(await barred.count()).toBe(added.length);
    expect(added.length).toBeGreaterThan(0);
  });
});

it('counts on hover what a remainder stands for, and does not zoom into it', async () => {
  const wide = Array.from({ length: 40 }, (_, at) => `main.main;pkg.f${at} 1`);
  const profile = drawProfile(['types alloc_objects/count', 'main.main 60', ...wide].join('\n'));
  const html = await exportPage([{ name: 'wide.pb.gz', profile }], { what: { leastShare: 0.05 } });
  await withPage(html, async (page) => {
    const remainder = boxOf(page, '40 more, 40.0%');
    await remainder.hover();
    expect(await page.getByRole('tooltip').locator('p').allTextContents()).toEqual([
      '40 boxes under 5.0% of all, together 40.0%',
    ]);
    const before = await widthOf(remainder);
    await remainder.click();
    expect(await widthOf(remainder)).toBe(before);
    expect(await said(page)).toBe('');
  });
});

it('opens where nothing was measured, and says so', async () => {
  await withPage(await exportPage([fixture('edge/no-samples.pb.gz')]), async (page) => {
    expect(await page.locator('.graph-panel').textContent()).toContain('Nothing was measured');
  });
});

it('is as wide as its window', async () => {
  await withPage(await single(), async (page) => {
    const root = boxOf(page, /^all/);
    const before = await widthOf(root);
    await page.setViewportSize({ width: 900, height: 700 });
    await expect.poll(() => widthOf(root)).toBeCloseTo(before - 380, 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(900);
  });
});

describe('hostile names', () => {
  const hostile = {
    name: '</title><script>globalThis.broken = 1</script>.pb.gz',
    profile: hostileProfile(),
  };
  const harmless = {
    name: 'harmless.pb.gz',
    profile: hostileProfile((_, at) => `harmless.f${at}`),
  };
  const other = { name: '"><img src=x>.pb.gz', profile: hostileProfile() };
  // Profiles are in UTF-8, which has no lone surrogates; what is typed may have them.
  const typed = [...hostileTexts, 'lone \uD800 surrogate \uDC00'];
  const wanted: WantedPage = {
    what: { title: typed.join(' ') },
  };

  /** Names of elements and of their attributes: what a page is made of, apart from texts and the graph. */
  const skeleton = (page: Page) =>
    page
      .locator('body *:not(#graph *, .patterns *, .legend *)')
      .evaluateAll((elements) =>
        elements.map((element) => `${element.localName} ${element.getAttributeNames().join(' ')}`),
      );

  it.each([
    ['one profile', [hostile], [harmless]],
    ['a comparison', [hostile, other], [harmless, harmless]],
  ])('are shown as text: %s', async (_, profiles, harmlessOnes) => {
    const html = await exportPage(profiles, wanted);
    await withPage(html, async (page) => {
      expect(await page.evaluate(() => Reflect.get(globalThis, 'broken'))).toBeUndefined();
      expect(await page.title()).toBe(typed.map(visibleText).join(' '));
      for (const name of ['script', 'style', 'img', 'b', 'i', 'iframe']) {
        const expected = name === 'script' ? 2 : name === 'style' ? 1 : 0;
        expect(await page.locator(name).count(), name).toBe(expected);
      }
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen counts, not what scripts hold.
      const text = await page.evaluate(() => document.body.innerText);
      expect(text).not.toMatch(/[\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B]/);
      expect(text).toContain(visibleText(profiles[0]?.name ?? ''));
      expect(await page.locator('a:not([href="#cautions"])').count()).toBe(0);
      const mine = await skeleton(page);
      await withPage(await exportPage(harmlessOnes, { what: { title: 'x' } }), async (same) => {
        expect(mine).toEqual(await skeleton(same));
      });
      await page.locator('g.frame').nth(1).hover();
      const hovered = (await page.locator('.tooltip-name').textContent()) ?? '';
      expect(hostileTexts.map(visibleText)).toContain(hovered);
    });
  });

  it('are found as they are shown', async () => {
    await withPage(await exportPage([hostile]), async (page) => {
      for (const text of hostileTexts.map(visibleText)) {
        await page.getByRole('searchbox').fill(text);
        expect(await said(page), text).toMatch(/^Found [1-9]/);
      }
    });
  });
});

it('has no violation that axe finds', async () => {
  await withPage(await single(), (page) => expectNone(page, 'one profile'));
  await withPage(await compared(), async (page) => {
    await page.getByRole('searchbox').fill('handlers');
    await boxOf(page, 'enrich').first().click();
    await expectNone(page, 'comparison, searched and zoomed');
  });
});

it('follows the system, or keeps the theme that it was made with; on paper it is light', async () => {
  const themeOf = (page: Page) => page.locator('html').getAttribute('data-theme');
  await withPage(await single(), async (page) => {
    expect(await themeOf(page)).toBe('light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => themeOf(page)).toBe('dark');
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await expect.poll(() => themeOf(page)).toBe('light');
  });
  await withPage(await single({ what: { theme: 'dark' } }), async (page) => {
    expect(await themeOf(page)).toBe('dark');
  });
});
