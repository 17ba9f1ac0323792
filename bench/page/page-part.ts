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

/** Opens a profile in the built page and moves about in it. */
export async function measurePage(
  browser: Browser,
  profile: ProfileFile,
  places: Places,
): Promise<PagePart> {
  const shell = await startBrowserShell(places.server);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    try {
      return await measureIn(page, shell, profile, browser.version());
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
  await page.goto(shell.url);
  await untilIdle(page);
  let openMs = 0;
  const opening = await traced(page, async () => {
    openMs = await openInPage(page, profile.path);
  });
  const shellPeakBytes = await shell.peakBytes();
  const longest = opening.tasks.toSorted((a, b) => b.duration - a.duration)[0];
  const wheel = frameWork(await traced(page, () => wheelZoom(page)));
  const click = frameWork(await traced(page, () => clickZoom(page)));
  const dragged = frameWork(await traced(page, () => pan(page)));
  return {
    chromium,
    samples: profile.samples,
    openMs,
    longestTaskMs: longest?.duration ?? 0,
    longestWorkMs: longest?.work ?? 0,
    tasksOver50Ms: opening.tasks.filter(({ duration }) => duration > 50).length,
    shellPeakBytes,
    heapBytes: await pageHeapBytes(page),
    frames: { wheel, click, pan: dragged },
  };
}
