import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RunningApp } from './app.ts';
import { inTheme } from './themes.ts';

const folder = resolve(import.meta.dirname, '../../../out/screenshots');

/** Sizes of the window that pictures are taken in; what a test goes on with is the first one. */
const SIZES = [
  [2560, 1440],
  [1280, 800],
] as const;

/** Takes pictures of what is on screen, in both sizes and both themes: `out/screenshots/VIEW-THEME-SIZE.png`. */
export async function takePictures(app: RunningApp, view: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await app.page.setViewportSize({ width, height });
    for (const theme of ['light', 'dark'] as const) {
      await inTheme(app.page, theme, () => takePicture(app, `${view}-${theme}-${width}x${height}`));
    }
  }
}

/** Takes one picture of what is on screen, once the page rests: `out/screenshots/NAME.png`. */
export async function takePicture({ page, idle }: RunningApp, name: string): Promise<void> {
  await idle();
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
