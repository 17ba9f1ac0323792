import type { Page } from 'playwright-core';
import { type MainThread, mainThreadOf, type TraceEvent } from './main-thread.ts';

/** Runs something in the page and tells what the page's main thread did meanwhile. */
export async function traced(page: Page, act: () => Promise<void>): Promise<MainThread> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has lost its browser.');
  await browser.startTracing(page, {
    categories: [
      'disabled-by-default-devtools.timeline', // tasks
      'disabled-by-default-devtools.timeline.frame',
    ],
  });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    traceEvents: TraceEvent[];
  };
  return mainThreadOf(trace.traceEvents);
}
