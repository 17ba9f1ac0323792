import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build-if-needed.mjs';

const home = join(root, 'node_modules/electron');

/** A line that stalls must not keep the user waiting for good; a usual one needs half a minute. */
const DOWNLOAD_TIMEOUT_MS = 180_000;

/**
 * Electron's binary comes with no install script: its package downloads it when it is first asked for.
 *
 * @returns {Promise<string | null>} its path; null where it is neither installed nor downloadable
 */
export async function findElectron() {
  return installedElectron() ?? ((await download()) ? installedElectron() : null);
}

/** @returns {string | null} the path of the binary, as the package itself finds it; null where there is none */
export function installedElectron() {
  const note = join(home, 'path.txt');
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const name = existsSync(note) ? readFileSync(note, 'utf8') : override && 'electron';
  if (!name) return null;
  const binary = join(override || join(home, 'dist'), name);
  return existsSync(binary) ? binary : null;
}

/** @returns {Promise<boolean>} */
function download() {
  const script = join(home, 'install.js');
  if (!existsSync(script)) return Promise.resolve(false);
  console.error('Allocscope: downloading Electron, once, about 120 MB …');
  return new Promise((done) => {
    // Its own words about a failure are a stack trace.
    const child = spawn(process.execPath, [script], {
      cwd: home,
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: DOWNLOAD_TIMEOUT_MS,
    });
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });
}
