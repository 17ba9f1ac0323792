import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes the folder for Chromium's own files, which also holds the lock of the single instance; the result is its path.
 * Where the wanted one cannot be written, as in a home folder that is read-only, it is a new one among the temporary
 * files: without any, there would be no lock to get, and no window. Throws where that cannot be made either.
 */
export function madeChromiumFolder(wanted: string): string {
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    accessSync(wanted, constants.W_OK);
    return wanted;
  } catch {
    return mkdtempSync(join(tmpdir(), 'allocscope-chromium-'));
  }
}
