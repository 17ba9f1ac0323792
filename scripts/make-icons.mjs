// `node scripts/make-icons.mjs [CHROMIUM]` draws the icons of the packaged application from
// resources/icon.svg. Linux takes them as they are; electron-builder makes those of macOS and Windows
// from the largest.
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const folder = 'resources/icons';

const drawing = await readFile('resources/icon.svg', 'base64');
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
await page.setContent(
  `<style>body { margin: 0 } img { display: block; width: 100vw }</style>
   <img src="data:image/svg+xml;base64,${drawing}">`,
);
await mkdir(folder, { recursive: true });
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.screenshot({ path: `${folder}/${size}x${size}.png`, omitBackground: true });
}
await browser.close();
