import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { pageHeapBytes } from '../page/page-heap.ts';
import type { ProfileFile } from '../profile/profile-file.ts';
import { serveFolder } from './static-server.ts';

/** What speedscope takes for a profile. */
export interface SpeedscopeRun {
  /** From asking for its page to the flame chart drawn; its page alone takes half a second. */
  readonly milliseconds: number;
  readonly heapBytes: number;
}

const LIMIT_MS = 180_000;
const PROFILE = 'profile.pb.gz';

/** The page in an installed speedscope package; null where there is none. */
export function findSpeedscope(root: string, given: string | null): string | null {
  const folder = join(given ?? join(root, 'node_modules/speedscope'), 'dist/release');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}

/** Opens a profile in speedscope. Rejects when its page crashes or takes longer than three minutes. */
export async function measureSpeedscope(
  browser: Browser,
  folder: string,
  { path }: ProfileFile,
): Promise<SpeedscopeRun> {
  const server = await serveFolder(folder, { [PROFILE]: path });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const started = performance.now();
    const profile = encodeURIComponent(`${server.url}/${PROFILE}`);
    const crashed = new Promise<never>((_, reject) => {
      page.once('crash', () => reject(new Error('Its page crashed.')));
    });
    const drawn = async () => {
      await page.goto(`${server.url}/index.html#profileURL=${profile}`);
      await page.getByText('Left Heavy').waitFor({ timeout: LIMIT_MS });
      // The chart is drawn in the frame after the switch of views appeared.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    };
    await Promise.race([drawn(), crashed]);
    const milliseconds = performance.now() - started;
    return { milliseconds, heapBytes: await pageHeapBytes(page) };
  } finally {
    await page.close();
    await server.close();
  }
}
