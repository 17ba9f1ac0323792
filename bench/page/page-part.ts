import type { Browser, Page } from 'playwright-core';
import type { Places } from '../places.ts';
import type { ProfileFile } from '../profile/profile-file.ts';
import { type BrowserShell, startBrowserShell } from './browser-shell.ts';
import { type FrameWork, frameWork } from './frame-work.ts';
import { clickZoom, pan, wheelZoom } from './gestures.ts';
import { openInPage } from './opening.ts';
import { pageHeapBytes } from './page-heap.ts';
import { traced } from './traced.ts';
import { untilIdle } from './waiting.ts';

/** What the page does for the largest profile. */
export interface PagePart {
  readonly chromium: string;
  readonly samples: number;
  /** From choosing the file to the first flame graph drawn, uploading it included. */
  readonly openMs: number;
  /** Of the main thread while it opens. */
  readonly longestTaskMs: number;
  /** Of that task, what the thread spent on a core. */
  readonly longestWorkMs: number;
  readonly tasksOver50Ms: number;
  /** Of the process behind the page. */
  readonly shellPeakBytes: number | null;
  readonly heapBytes: number;
  readonly frames: Readonly<Record<'wheel' | 'click' | 'pan', FrameWork>>;
}

/** What the page does for two runs of it that are compared. */
export interface ComparedPage {
  /** From choosing both files to both graphs drawn and everything else there. */
  readonly openMs: number;
  readonly tasksOver50Ms: number;
  /** Of both graphs together, which move together. */
  readonly frames: Readonly<Record<'wheel' | 'click' | 'pan', FrameWork>>;
}

/** Opens two runs in the built page as a comparison and moves about in it. */
export async function measureComparedPage(
  browser: Browser,
  [before, after]: readonly [ProfileFile, ProfileFile],
  places: Places,
): Promise<ComparedPage> {
  return await inPage(browser, places, async (page) => {
    let openMs = 0;
    const opening = await traced(page, async () => {
      openMs = await openInPage(page, before.path, after.path);
    });
    return {
      openMs,
      tasksOver50Ms: opening.tasks.filter(({ duration }) => duration > 50).length,
      frames: await measureGestures(page),
    };
  });
}

/** Opens a profile in the built page and moves about in it. */
export async function measurePage(
  browser: Browser,
  profile: ProfileFile,
  places: Places,
): Promise<PagePart> {
  return await inPage(browser, places, (page, shell) =>
    measureIn(page, shell, profile, browser.version()),
  );
}

async function inPage<T>(
  browser: Browser,
  places: Places,
  act: (page: Page, shell: BrowserShell) => Promise<T>,
): Promise<T> {
  const shell = await startBrowserShell(places.server);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    try {
      await page.goto(shell.url);
      await untilIdle(page);
      return await act(page, shell);
    } finally {
      await page.close();
    }
  } finally {
    await shell.stop();
  }
}

async function measureIn(
  page: Page,
  shell: BrowserShell,
  profile: ProfileFile,
  chromium: string,
): Promise<PagePart> {
  let openMs = 0;
  const opening = await traced(page, async () => {
    openMs = await openInPage(page, profile.path);
  });
  const shellPeakBytes = await shell.peakBytes();
  const longest = opening.tasks.toSorted((a, b) => b.duration - a.duration)[0];
  return {
    chromium,
    samples: profile.samples,
    openMs,
    longestTaskMs: longest?.duration ?? 0,
    longestWorkMs: longest?.work ?? 0,
    tasksOver50Ms: opening.tasks.filter(({ duration }) => duration > 50).length,
    shellPeakBytes,
    heapBytes: await pageHeapBytes(page),
    frames: await measureGestures(page),
  };
}

async function measureGestures(page: Page): Promise<PagePart['frames']> {
  return {
    wheel: frameWork(await traced(page, () => wheelZoom(page))),
    click: frameWork(await traced(page, () => clickZoom(page))),
    pan: frameWork(await traced(page, () => pan(page))),
  };
}
