import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { sharedBrowser } from './browser.ts';

/** An exported page in a browser that reaches no network. */
export interface OpenedPage {
  readonly page: Page;
  /** What the page wrote to the console, threw, or was refused by its policy. */
  readonly faults: readonly string[];
  /** Addresses that were asked for besides the page itself. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** How a page is opened. */
export interface PageOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** What a page has once it is ready, for one that has a script; null for one that has none. */
  readonly ready?: string | null;
}

/** Opens a page from the disk, as somebody does to whom it was sent. */
export async function openPage(html: Uint8Array, options: PageOptions = {}): Promise<OpenedPage> {
  const { theme = 'light', width = 1280, height = 800 } = options;
  const { ready = 'html[data-ready="true"]' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'allocscope-page-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, html);
  const context = await (await sharedBrowser()).newContext({
    viewport: { width, height },
    colorScheme: theme,
    offline: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => faults.push(message.text()));
  page.on('request', (request) => {
    if (request.url() !== url) requests.push(request.url());
  });
  await page.goto(url);
  if (ready !== null) await page.locator(ready).waitFor({ state: 'attached' });
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, faults, requests, close };
}
