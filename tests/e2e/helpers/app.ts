import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { sharedBrowser } from './browser.ts';

const root = resolve(import.meta.dirname, '../../..');
const serverFile = join(root, 'out/main/server.js');

/** Path of a fixture. */
export const fixture = (name: string): string => join(root, 'tests/fixtures/pprof', name);

export const BEFORE = fixture('seed-story/before/heap.pb.gz');
export const AFTER = fixture('seed-story/after/heap.pb.gz');

/** How a page is started. */
export interface AppOptions {
  readonly files?: readonly string[];
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** How the browser names its language; by default as it does on this machine. */
  readonly language?: string;
  /** A folder of settings to start with, instead of a new one that is removed in the end. */
  readonly configFolder?: string;
  /** What is there once the files are open; by default a notice, or what was measured. */
  readonly awaits?: string;
}

/** The application in a browser. */
export interface RunningApp {
  readonly page: Page;
  /** What the page wrote to the console as an error, or threw. */
  readonly faults: readonly string[];
  /** Waits until the page rests. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the built browser shell, and a page of it. */
export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  const { files = [], theme = 'light', width = 1280, height = 800 } = options;
  const config = options.configFolder ?? mkdtempSync(join(tmpdir(), 'allocscope-e2e-'));
  const shell = await startShell(files, config);
  const context = await (await sharedBrowser()).newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  if (options.language !== undefined) await nameLanguage(page, options.language);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  // Listening from the start: to begin with it takes the browser a moment, in which a chooser is missed.
  page.on('filechooser', () => {});
  const idle = async () => {
    await page.waitForFunction(() => document.documentElement.dataset['idle'] === 'true');
  };
  const close = async () => {
    await context.close();
    await shell.stop();
    if (options.configFolder === undefined) rmSync(config, { recursive: true, force: true });
  };
  try {
    await page.goto(shell.url);
    await idle();
    const { awaits = '.notice, .measure' } = options;
    if (files.length > 0) await page.locator(awaits).first().waitFor();
    await idle();
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return { page, faults, idle, close };
}

/** Starts the application for what is done with it, expects no fault of the page, and ends it. */
export async function withApp<T>(
  options: AppOptions,
  act: (app: RunningApp) => Promise<T>,
): Promise<T> {
  const app = await startApp(options);
  try {
    const result = await act(app);
    expect(app.faults).toEqual([]);
    return result;
  } finally {
    await app.close();
  }
}

/** Hands files over by the page's own chooser, and waits until what came of them is shown. */
export async function chooseFiles({ page, idle }: RunningApp, ...paths: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('ControlOrMeta+o');
  await (await chooser).setFiles(paths);
  await idle();
}

/** A locale of the context would be refused where it is no language tag, which the locale `C` makes it. */
const nameLanguage = (page: Page, language: string) =>
  page.addInitScript(
    (value) => Object.defineProperty(Navigator.prototype, 'language', { get: () => value }),
    language,
  );

async function startShell(files: readonly string[], config: string) {
  if (!existsSync(serverFile)) throw new Error('There is nothing to test yet: npm run build');
  const server = spawn(process.execPath, [serverFile, '--no-open', ...files], {
    env: { ...process.env, ALLOCSCOPE_CONFIG_DIR: config },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill();
    await ended;
  };
  for await (const line of createInterface(server.stdout)) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    server.stdout.resume();
    return { url, stop };
  }
  await stop();
  throw new Error('The browser shell ended without printing its address.');
}
