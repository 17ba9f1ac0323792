import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { _electron } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error: the types of scripts, which are JavaScript, are checked in a project of their own
import { installedElectron } from '../../scripts/electron-binary.mjs';
import type { Host } from '../../src/bridge/host.ts';

/*
 * Drives the built desktop application in Electron itself. Where its binary is missing these tests are
 * skipped, unless CI and ALLOCSCOPE_REQUIRE_ELECTRON=1 say that it has to be there.
 */

const root = resolve(import.meta.dirname, '../..');
const before = join(root, 'tests/fixtures/pprof/seed-story/before/heap.pb.gz');
const after = join(root, 'tests/fixtures/pprof/seed-story/after/heap.pb.gz');

/** What `go tool pprof -sample_index=alloc_objects -unit=count -top` calls the total. */
const OBJECTS_BEFORE = '26,528,286 objects';
const OBJECTS_AFTER = '8,414,168 objects';

/** What the preload gives the page. */
type HostWindow = Window & typeof globalThis & { readonly allocscope: Host };

/** For what the page's idleness does not cover: what the main process does afterwards. */
const PATIENTLY = { timeout: 10_000 };

const binary: string | null = installedElectron();
const isRequired =
  process.env['CI'] !== undefined && process.env['ALLOCSCOPE_REQUIRE_ELECTRON'] === '1';

let running: { app: ElectronApplication; config: string } | null = null;

beforeAll(() => {
  if (binary === null && isRequired) {
    throw new Error('Electron is not installed: run `npx install-electron`.');
  }
});

afterEach(async () => {
  if (running === null) return;
  await running.app.close();
  // On Windows, Chromium lets go of its files a little later.
  rmSync(running.config, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  running = null;
});

describe.skipIf(binary === null && !isRequired)('the desktop application', () => {
  it('opens a profile by argument', async () => {
    const { page } = await launch(before);
    await expectShown(page, OBJECTS_BEFORE);
  });

  it('opens a profile by menu', async () => {
    const { app, page } = await launch();
    await app.evaluate(
      ({ dialog, Menu }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
        Menu.getApplicationMenu()?.getMenuItemById('open')?.click();
      },
      [before],
    );
    await expectShown(page, OBJECTS_BEFORE);
  });

  it('opens a profile by drop, from where it lies', async () => {
    const { app, page } = await launch();
    await drop(app, page, [before]);
    await expectShown(page, OBJECTS_BEFORE);
    // A drop whose path is not known would come as bytes, and leave no recent file.
    const recent = () =>
      app.evaluate(({ Menu }) => {
        const menu = Menu.getApplicationMenu()?.getMenuItemById('openRecent')?.submenu;
        return menu?.items.map(({ label }) => label) ?? [];
      });
    await expect.poll(recent, PATIENTLY).toContainEqual(expect.stringContaining('heap.pb.gz'));
  });

  it('opens what a second instance is started with', async () => {
    const { app, page, config } = await launch();
    const second = spawn(binary ?? '', [...switches(), root, after], {
      env: { ...process.env, ALLOCSCOPE_CONFIG_DIR: config },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => second.once('close', done));
    await expectShown(page, OBJECTS_AFTER);
    await ended;
    expect(app.windows()).toHaveLength(1);
  });

  it('opens the example, and says what is wrong with a file', async () => {
    const { app, page } = await launch(join(root, 'package.json'));
    await page
      .getByText(/package\.json/)
      .first()
      .waitFor();
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('openExample')?.click();
    });
    await page.getByRole('button', { name: /^Before before\/heap\.pb\.gz/ }).waitFor();
    await page.getByRole('button', { name: /^After after\/heap\.pb\.gz/ }).waitFor();
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('swapSides')?.click();
    });
    await page.getByRole('button', { name: /^Before after\/heap\.pb\.gz/ }).waitFor();
  });

  it('exports what is shown where its dialog says, and into the clipboard', async () => {
    const { app, page, config } = await launch(before);
    await expectShown(page, OBJECTS_BEFORE);
    const filePath = join(config, 'heap.svg');
    await app.evaluate(({ clipboard, dialog, Menu }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      clipboard.clear();
      Menu.getApplicationMenu()?.getMenuItemById('copyPicture')?.click();
    }, filePath);
    await page.getByText('The picture is in the clipboard.').waitFor();
    expect(await app.evaluate(({ clipboard }) => clipboard.has('image/png'))).toBe(true);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('export')?.click());
    const exporting = page.getByRole('dialog', { name: 'Export' });
    await exporting.getByRole('button', { name: 'SVG', exact: true }).click();
    await exporting.getByRole('button', { name: 'Export…', exact: true }).click();
    await expect.poll(() => existsSync(filePath), PATIENTLY).toBe(true);
    expect(readFileSync(filePath, 'utf8')).toMatch(/^<svg /);
  });

  it('hands its page the contract and no more', async () => {
    const { page } = await launch();
    const seen = await page.evaluate(() => ({
      host: Object.keys((window as HostWindow).allocscope).sort(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      origin: location.origin,
      isSecure: isSecureContext,
    }));
    expect(seen).toEqual({
      host: ['chooseFiles', 'on', 'openFile', 'request'],
      node: [],
      origin: 'app://allocscope',
      isSecure: true,
    });
  });

  it('keeps the words of a refusal', async () => {
    const { page } = await launch();
    const words = await page.evaluate(() =>
      (window as HostWindow).allocscope
        .request('openRecent', { id: 'none' })
        .catch((thrown: unknown) => (thrown as Error).message),
    );
    expect(words).toBe('That file is no longer in the list of recent files.');
  });

  it('runs no script but its own, loads nothing from elsewhere, and stays where it is', async () => {
    const { app, page } = await launch();
    const violated = await page.evaluate(async () => {
      const directives: string[] = [];
      const bothSeen = new Promise<void>((done) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          directives.push(effectiveDirective);
          if (directives.length === 2) done();
        });
      });
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.head.append(script);
      await fetch('https://example.com/').catch(() => undefined);
      await bothSeen;
      return directives.sort();
    });
    expect(violated).toEqual(['connect-src', 'script-src-elem']);
    expect(await page.title()).not.toBe('taken over');
    expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();

    // A handle is there once the main process listens.
    const navigation = await app.evaluateHandle(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const isPrevented = new Promise<boolean>((done) => {
        window?.webContents.once('will-frame-navigate', (details) =>
          done(details.defaultPrevented),
        );
      });
      return { isPrevented };
    });
    await page.evaluate(() => location.assign('https://example.com/'));
    expect(await navigation.evaluate(({ isPrevented }) => isPrevented)).toBe(true);
    expect(app.windows()).toHaveLength(1);
  });

  it('shows the theme that its menu chooses, and remembers it', async () => {
    const { app, page, config } = await launch();
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('useDarkTheme')?.click();
    });
    await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await idle(page);
    const settings = () => JSON.parse(readFileSync(join(config, 'settings.json'), 'utf8'));
    await expect.poll(settings, PATIENTLY).toMatchObject({ theme: 'dark' });
  });
});

async function launch(
  ...files: string[]
): Promise<{ app: ElectronApplication; page: Page; config: string }> {
  const config = mkdtempSync(join(tmpdir(), 'allocscope-electron-'));
  const { ALLOCSCOPE_CONFIG_DIR: _, ...env } = process.env;
  const app = await _electron.launch({
    args: [root, ...files],
    env: { ...(env as Record<string, string>), ALLOCSCOPE_CONFIG_DIR: config },
    chromiumSandbox: switches().length === 0,
    // Playwright would have every page prefer light, whatever the application chooses.
    colorScheme: null,
  });
  running = { app, config };
  const page = await app.firstWindow();
  await idle(page);
  return { app, page, config };
}

/** Waits until the page says that nothing is under way. */
async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['idle'] === 'true');
}

/** Waits until a heap profile is open, and compares its total. */
async function expectShown(page: Page, objects: string): Promise<void> {
  await page.getByRole('button', { name: 'Close heap.pb.gz' }).waitFor();
  await idle(page);
  const cards = page.getByRole('group', { name: 'Sample type' });
  expect(await cards.textContent()).toContain(objects);
}

/** Drops files from the desktop on the middle of the window. */
async function drop(app: ElectronApplication, page: Page, files: string[]): Promise<void> {
  const session = await app.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: width / 2,
      y: height / 2,
      data: { items: [], files, dragOperationsMask: 1 },
    });
  }
}

/** The root user of a container cannot have Chromium's sandbox. */
function switches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
