import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AFTER,
  type AppOptions,
  BEFORE,
  chooseFiles,
  type RunningApp,
  withApp,
} from './helpers/app.ts';
import { expectNone } from './helpers/axe.ts';
import { rowOf, selectedName, tableRows } from './helpers/reading.ts';

const sources = resolve(import.meta.dirname, '../../resources/example/source');
const escapeOutput = resolve(import.meta.dirname, '../fixtures/seed-story/before/escape-m1.txt');

let folder = '';
beforeEach(() => {
  // The page tells of real paths; that of temporary files is a link on macOS.
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'allocscope-source-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of a version of the service, which may be changed. */
function copyOf(side: 'before' | 'after'): string {
  const copy = join(folder, side);
  cpSync(join(sources, side), copy, { recursive: true });
  return copy;
}

const lines = (page: Page) => page.locator('.source-row');

/** A drawn line by its number in the file. */
const lineOf = (page: Page, line: number) =>
  lines(page).filter({
    has: page.locator('[data-kind="line"]', { hasText: new RegExp(`^${line}$`) }),
  });

/** What stands in a line: numbers, then the source. */
async function cells(page: Page, line: number): Promise<string[]> {
  const texts = await lineOf(page, line).locator('[role=gridcell]').allTextContents();
  return texts.map((text) => text.trim());
}

async function selectInTable({ page, idle }: RunningApp, name: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Filter the table/ }).fill(name.replace(/^.*\//, ''));
  await idle();
  await rowOf(page, name).click();
  await idle();
}

/** Selects a function in the table and opens its source. */
async function showSourceOf(app: RunningApp, name: string): Promise<void> {
  await selectInTable(app, name);
  await app.page.keyboard.press('s');
  await app.idle();
}

async function chooseFolder({ page, idle }: RunningApp, path: string, at = 0): Promise<void> {
  await page.getByRole('button', { name: 'Choose the folder…' }).nth(at).click();
  await page.getByRole('textbox', { name: 'Path of the folder' }).fill(path);
  await page.keyboard.press('Enter');
  await idle();
}

const withFiles = (
  files: string[],
  test: (app: RunningApp) => Promise<void>,
  options: Pick<AppOptions, 'configFolder' | 'theme'> = {},
): Promise<void> => withApp({ files, ...options }, test);

describe('the source of a function', () => {
  it('opens from the details once its folder is chosen, which is remembered', async () => {
    const config = join(folder, 'config');
    await withFiles(
      [BEFORE],
      async (app) => {
        const { page, idle } = app;
        await selectInTable(app, 'myservice/handlers.makeLine');
        await page.getByRole('button', { name: 'Show source', exact: true }).click();
        await idle();
        const strip = page.getByRole('region', { name: 'Source file' });
        expect(await strip.textContent()).toContain('/src/myservice/handlers/handlers.go');
        expect(await strip.textContent()).toContain('heaviest of its lines is 120');
        await expectNone(page, 'source without a folder');

        await chooseFolder(app, copyOf('before'));
        expect(await strip.textContent()).toContain(
          `/src/myservice/… is read from ${join(folder, 'before')}${sep}…`,
        );
        expect(await strip.locator('.source-signs').count()).toBe(0);
        expect(await cells(page, 120)).toEqual([
          '120',
          '3.24M',
          '4.91M',
          'tags = append(tags, strings.ToUpper(t))',
        ]);
        expect(await cells(page, 128)).toEqual(['128', '', '3.26M', 'Sum:   checksum(it),']);
        expect(await cells(page, 133)).toEqual(['133', '', '', expect.stringContaining('Sprintf')]);
        expect(await page.locator('.source-row [data-color="keyword"]').count()).toBeGreaterThan(3);
        await expectNone(page, 'source of a profile');
      },
      { configFolder: config },
    );
    await withFiles(
      [BEFORE],
      async (app) => {
        await showSourceOf(app, 'myservice/keys.buildKey');
        expect(await lines(app.page).count()).toBeGreaterThan(10);
      },
      { configFolder: config },
    );
  });

  it('follows the selection, shows all functions of the file, and is left again', async () => {
    await withFiles([BEFORE], async (app) => {
      const { page, idle } = app;
      await showSourceOf(app, 'myservice/handlers.makeLine');
      await chooseFolder(app, copyOf('before'));
      await page.getByRole('button', { name: 'File', exact: true }).click();
      await idle();
      expect(await cells(page, 133)).toEqual(['133', '2.73M', '3.26M', expect.anything()]);
      await page.locator('.neighbour', { hasText: 'checksum' }).click();
      await idle();
      expect(await page.locator('.source-head h2').textContent()).toBe('handlers.checksum');
      expect(await selectedName(page)).toBe('myservice/handlers.checksum');
      await page.keyboard.press('s');
      await idle();
      expect(await page.locator('.source-pane').count()).toBe(0);
      expect(await page.locator('.flame-field').count()).toBe(1);
    });
  });

  it('is walked and copied with the keyboard, from the heaviest line on', async () => {
    await withFiles([BEFORE], async (app) => {
      const { page, idle } = app;
      await showSourceOf(app, 'myservice/handlers.collectIDs');
      await chooseFolder(app, copyOf('before'));
      const grid = page.getByRole('grid', { name: 'Source lines' });
      await grid.focus();
      const cursor = () =>
        page.locator('.source-row[data-cursor] [data-kind="line"]').textContent();
      expect(await cursor()).toBe('81');
      await page.keyboard.press('h');
      expect(await cursor()).toBe('82');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Shift+ArrowDown');
      await idle();
      await page.keyboard.press('ControlOrMeta+c');
      await idle();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.split('\n').slice(1, 3)).toEqual([
        '       1.11M        3.30M     81: \t\tif _, err := fmt.Sscanf(part, "%d", &id); err == nil {',
        '        451k         451k     82: \t\t\tids = append(ids, id)',
      ]);
      await page.keyboard.press('End');
      await idle();
      expect(await cursor()).toBe('157');
    });
  });

  it('says when the file is not the one that was profiled', async () => {
    await withFiles([BEFORE], async (app) => {
      const { page } = app;
      await showSourceOf(app, 'myservice/handlers.checksum');
      await chooseFolder(app, copyOf('after'));
      expect(await page.locator('.source-signs').textContent()).toBe(
        'This is not the file that was profiled. checksum does not begin on line 132, as the profile says, but on line 124.',
      );
      expect(await page.locator('.source-side').textContent()).toContain(
        'It was written after the profile was taken',
      );
      await expectNone(page, 'another source');
    });
  });

  it('of two copies is that of one, until the user says which', async () => {
    await withFiles([BEFORE], async (app) => {
      const { page, idle } = app;
      await showSourceOf(app, 'myservice/handlers.checksum');
      copyOf('before');
      copyOf('after');
      await chooseFolder(app, folder);
      const choice = page.getByRole('combobox', { name: /nothing tells which is meant/ });
      expect(await choice.inputValue()).toBe(join(folder, 'after'));
      await choice.selectOption(join(folder, 'before'));
      await idle();
      expect(await page.locator('.source-signs').count()).toBe(0);
      expect((await cells(page, 133)).at(-1)).toContain('fmt.Sprintf');
      await page.getByRole('button', { name: 'Change…' }).click();
      await page.getByRole('menuitem', { name: `Look no more into ${folder}` }).click();
      await idle();
      expect(await lines(page).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Choose the folder…' }).count()).toBe(1);
    });
  });

  it('shows what is hostile, huge, binary or gone for what it is', async () => {
    await withFiles([BEFORE], async (app) => {
      const { page, idle } = app;
      const copy = copyOf('before');
      const file = join(copy, 'handlers/handlers.go');
      const source = readFileSync(file, 'utf8').split('\n');
      source[118] = `\t// <img src=x onerror=alert(1)> \u202Ereversed\u0007 ${'x'.repeat(100_000)}`;
      writeFileSync(file, source.join('\r\n'));
      await showSourceOf(app, 'myservice/handlers.makeLine');
      await chooseFolder(app, copy);
      const hostile = (await cells(page, 119)).at(-1) ?? '';
      expect(hostile).toContain('<img src=x onerror=alert(1)> \\u{202E}reversed\\u{7} xxx');
      expect(hostile).toMatch(/… 98,?\d+ more characters on this line$/);
      expect(await page.locator('.source-listing img').count()).toBe(0);
      expect((await cells(page, 120)).at(-1)).toBe('tags = append(tags, strings.ToUpper(t))');

      const strip = page.getByRole('region', { name: 'Source file' });
      const changed = async (change: () => void) => {
        change();
        await page.keyboard.press('s');
        await page.keyboard.press('s');
        await idle();
        return await strip.textContent();
      };
      expect(await changed(() => writeFileSync(file, Buffer.from([1, 0, 2])))).toContain(
        'is no text in UTF-8',
      );
      expect(await changed(() => writeFileSync(file, Buffer.alloc(5 * 2 ** 20, ' ')))).toContain(
        'is larger than 4 MiB',
      );
      expect(await changed(() => rmSync(file))).toContain('No module in');
    });
  });

  it('has what the compiler said of allocations beside its lines', async () => {
    await withFiles([BEFORE], async (app) => {
      const { page } = app;
      await chooseFiles(app, escapeOutput);
      await showSourceOf(app, 'myservice/handlers.collectIDs');
      await chooseFolder(app, copyOf('before'));
      expect(await lineOf(page, 80).locator('.source-note').allTextContents()).toEqual([
        'moved to heap: id',
      ]);
    });
  });
});

it('can be read, hot and noted lines too', async () => {
  await withFiles(
    [BEFORE],
    async (app) => {
      const { page, idle } = app;
      await chooseFiles(app, escapeOutput);
      await showSourceOf(app, 'myservice/handlers.collectIDs');
      await chooseFolder(app, copyOf('before'));
      await page.getByRole('button', { name: 'File', exact: true }).click();
      await idle();
      expect(await page.locator('.source-note').count()).toBeGreaterThan(0);
      await expectNone(page, 'hot and noted lines');
    },
    { theme: 'dark' },
  );
});

describe('in a comparison', () => {
  it('of the example both sources are there: lines stand beside each other, each value before and after', async () => {
    await withFiles([], async (app) => {
      const { page, idle } = app;
      await page
        .getByRole('button', { name: /example/ })
        .first()
        .click();
      await tableRows(page).first().waitFor();
      await idle();
      await page.getByRole('textbox', { name: /^Filter the table/ }).fill('checksum');
      await idle();
      await tableRows(page).first().click();
      await page.getByRole('button', { name: 'Source', exact: true }).click();
      await idle();
      expect(await page.getByRole('region', { name: 'Before', exact: true }).textContent()).toMatch(
        /\/src\/myservice\/… is read from .*example[\\/]source[\\/]before[\\/]…/,
      );
      expect(await page.locator('.source-signs').count()).toBe(0);
      const removed = page
        .locator('.source-row[data-state="removed"]')
        .filter({ hasText: 'Sprintf' });
      expect(await removed.first().locator('[role=gridcell]').allTextContents()).toEqual([
        '133',
        '',
        '2.73M',
        '',
        '−2.73M',
        expect.stringContaining('only before'),
      ]);
      const same = lines(page).filter({ hasText: 'func checksum(' });
      expect((await same.locator('[role=gridcell]').allTextContents()).slice(0, 2)).toEqual([
        '132',
        '124',
      ]);
      await expectNone(page, 'source of a comparison');
      await page.getByRole('button', { name: 'Report', exact: true }).click();
      await idle();
      expect(await page.locator('.source-pane').count()).toBe(0);
    });
  });

  it('with the folder of one side its lines have its values alone, and each side has a folder of its own', async () => {
    await withFiles([BEFORE, AFTER], async (app) => {
      const { page, idle } = app;
      await page.getByRole('textbox', { name: /^Filter the table/ }).fill('checksum');
      await idle();
      await tableRows(page).first().click();
      await page.keyboard.press('s');
      await idle();
      await chooseFolder(app, copyOf('after'), 1);
      expect(await cells(page, 125)).toEqual(['125', '1.12M', '1.12M', 'var in [256]byte']);
      await chooseFolder(app, copyOf('before'));
      const added = lines(page).filter({ hasText: 'var in [256]byte' });
      expect((await added.locator('[role=gridcell]').allTextContents()).slice(0, 5)).toEqual([
        '',
        '125',
        '',
        '1.12M',
        '+1.12M',
      ]);
    });
  });
});

describe('the editor', () => {
  it.skipIf(process.platform === 'win32')(
    'is asked for once, and opens the line that is looked at',
    async () => {
      await withFiles([BEFORE], async (app) => {
        const { page, idle } = app;
        const told = join(folder, 'told.txt');
        const editor = join(folder, 'edit');
        writeFileSync(
          editor,
          `#!/bin/sh\nprintf '%s\\n' "$@" > '${told}.tmp' && mv '${told}.tmp' '${told}'\n`,
        );
        chmodSync(editor, 0o755);
        await showSourceOf(app, 'myservice/handlers.makeLine');
        const copy = copyOf('before');
        await chooseFolder(app, copy);
        await page.getByRole('grid', { name: 'Source lines' }).press('Enter');
        const command = page.getByRole('textbox', { name: 'Command' });
        await command.fill('no-such-editor {line}');
        await page.keyboard.press('Enter');
        await page.locator('.source-fault', { hasText: '{file}' }).waitFor();
        await command.fill(`"${editor}" --at={line} {file}`);
        await page.keyboard.press('Enter');
        await idle();
        await vi.waitFor(() => expect(existsSync(told)).toBe(true), 20_000);
        expect(readFileSync(told, 'utf8')).toBe(
          `--at=120\n${join(copy, 'handlers/handlers.go')}\n`,
        );
        expect(await page.getByRole('dialog').count()).toBe(0);
      });
    },
  );
});
