import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AFTER, type AppOptions, BEFORE, startApp } from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { takePictures } from './helpers/pictures.ts';
import { rowOf, textOf } from './helpers/reading.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures');
const escapes = (side: string) => join(fixtures, `seed-story/${side}/escape.txt`);

/** Starts with folders of source chosen, each for a role. */
async function startWithSources(
  roles: readonly (readonly [role: string, side: string])[],
  options: AppOptions,
) {
  const configFolder = mkdtempSync(join(tmpdir(), 'allocscope-sites-'));
  const folders = roles.map(([role, side]) => ({
    path: join(fixtures, '../../resources/example/source', side),
    modules: ['myservice'],
    role,
  }));
  writeFileSync(join(configFolder, 'source-folders.json'), JSON.stringify({ folders }));
  const app = await startApp({ awaits: '.evidence-chip', ...options, configFolder });
  const close = async () => {
    await app.close();
    rmSync(configFolder, { recursive: true, force: true });
  };
  return { ...app, app, close };
}

describe('the sites of one profile', () => {
  it('are named with their evidence, and lead to the profile and the source', async () => {
    const { page, idle, faults, close } = await startWithSources([['alone', 'before']], {
      files: [BEFORE, escapes('before')],
    });
    try {
      await page.getByRole('button', { name: 'Sites', exact: true }).click();
      await idle();
      const items = page.locator('.site-item');
      expect(await textOf(items.first())).toMatchInlineSnapshot(
        `"handlers.makeLinehandlers.go:1204.91M objectsGrowing appendString or slice made by a library function18.5%tags = append(tags, strings.ToUpper(t))"`,
      );
      const concatenation = items.filter({ hasText: 'keys.go:18' });
      await concatenation.click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      expect(await concatenation.getAttribute('aria-pressed')).toBe('true');
      await idle();
      const details = page.getByRole('region', { name: 'Site', exact: true });
      expect(await textOf(details.locator('.site-name').first())).toMatchInlineSnapshot(
        `"String concatenationshown by the compiler and the source · 1.08M objects, 63.0 MiBStrings are joined with +, and every + or += makes a new string with a copy of both.CompilerThe compiler says that a sum of strings is allocated.key + ":" + ~r0 escapes to heapSourceThe line joins strings with + in a loop, where every step copies what the steps before have made.18key = key + Sep + itoa(id) // quadratic: every step copies the whole keyWhat usually helps. Join all parts in one expression, or write them to a strings.Builder whose Grow was called with the length, or append them to a []byte that is used again. One expression of several + makes one string already; a Builder then saves nothing but what it is spared to build."`,
      );

      await page.getByRole('button', { name: 'Show source' }).click();
      await idle();
      expect(await page.locator('.facet-tab[aria-current]').textContent()).toBe('Profile');
      expect(await page.locator('.source-code, .listing').first().isVisible()).toBe(true);

      await page.getByRole('button', { name: 'Sites', exact: true }).click();
      await idle();
      await page.getByRole('button', { name: 'Your code' }).click();
      await idle();
      const owners = await items.evaluateAll((all) =>
        all.map((item) => item.getAttribute('data-owner')),
      );
      expect(new Set(owners)).toEqual(new Set(['own']));
      await page.locator('.site-item').filter({ hasText: 'telemetry.go:47' }).click();
      await page.getByRole('button', { name: 'Show in the profile' }).click();
      await idle();
      expect(await page.locator('.frame-head h2').getAttribute('title')).toBe(
        'myservice/telemetry.(*Entry).logValue',
      );
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });

  it('are named by the profile alone, and what is missing is said', async () => {
    const app = await startApp({ files: [BEFORE] });
    const { page, idle, faults } = app;
    try {
      await rowOf(page, 'myservice/keys.itoa').click();
      await idle();
      const section = page.locator('.frame-sites');
      expect(await textOf(section)).toMatchInlineSnapshot(
        `"Why it allocateskeys.go:32Formatting with fmtAll sites"`,
      );
      await section.getByRole('button', { name: 'All sites' }).click();
      await idle();
      expect(await page.locator('.sites-missing').allTextContents()).toMatchInlineSnapshot(`
        [
          "What the compiler says of escapes is missing. Open the file that this writes:go build -gcflags=-m=2 ./... 2> escape.txt",
          "The sources are missing, so that what lines say is not known.",
        ]
      `);
      expect(faults).toEqual([]);
    } finally {
      await app.close();
    }
  });
});

it('shows sites of a comparison', async () => {
  const app = await startWithSources(
    [
      ['before', 'before'],
      ['after', 'after'],
    ],
    { files: [BEFORE, AFTER, escapes('before'), escapes('after')] },
  );
  const { page, idle, faults, close } = app;
  try {
    await page.getByRole('button', { name: 'Sites', exact: true }).click();
    await idle();
    await takePictures(app, 'sites');
    const gone = page.locator('.site-item[data-change="gone"]');
    const come = page.locator('.site-item[data-change="new"]');
    expect(await gone.locator('.site-where').allTextContents()).toContain('keys.itoakeys.go:32');
    expect(await come.locator('.site-where').allTextContents()).toContain(
      'handlers.checksumhandlers.go:125',
    );
    await page.locator('.site-item').filter({ hasText: 'handlers.go:125' }).click();
    await idle();
    await takePictures(app, 'sites-new');
    await expectNone(page, 'sites');
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
});
