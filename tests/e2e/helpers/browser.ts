import type { Browser } from 'playwright-core';
import { launchChromium } from '../../helpers/chromium.ts';

let browser: Promise<Browser> | null = null;

/** The browser that all tests of a process share; it ends with the process. */
export function sharedBrowser(): Promise<Browser> {
  browser ??= launch();
  return browser;
}

async function launch(): Promise<Browser> {
  const launched = await launchChromium();
  // One that broke down is not the next test's.
  launched.on('disconnected', () => {
    browser = null;
  });
  return launched;
}
