import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { RunningApp } from './app.ts';

/** Holds files over the window. */
export async function hold(app: RunningApp, paths: readonly string[]): Promise<void> {
  const dataTransfer = await transferOf(app, paths);
  await app.page.dispatchEvent('body', 'dragenter', { dataTransfer });
}

/** Drops files: anywhere, or on a place that is there while they are held over the window. */
export async function drop(
  app: RunningApp,
  paths: readonly string[],
  place = 'body',
): Promise<void> {
  const dataTransfer = await transferOf(app, paths);
  await app.page.dispatchEvent('body', 'dragenter', { dataTransfer });
  await app.page.dispatchEvent(place, 'drop', { dataTransfer });
}

/** Files made in the page, as a drag carries them. */
function transferOf({ page }: RunningApp, paths: readonly string[]) {
  const files = paths.map((path) => ({
    name: basename(path),
    base64: readFileSync(path).toString('base64'),
  }));
  return page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
}
