// `npm start [-- FILE...]`: builds what is needed and starts the desktop application; where Electron
// cannot run, the very same application in the browser.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded, root } from './build-if-needed.mjs';
import { findElectron, installedElectron } from './electron-binary.mjs';

const usage = `Usage: npm start [-- [--browser] [--no-open] FILE...]

  --browser   serve the page on 127.0.0.1 even where Electron is available
  --no-open   do not open the default browser then; its address is printed in any case`;

/** Electron that ends sooner than this, and badly, never showed a window. */
const START_MS = 10_000;

const options = readArguments();
if (options === null) {
  console.error(usage);
  process.exit(2);
}
if (!(await buildIfNeeded())) process.exit(1);
process.exit((await startDesktop(options)) ?? (await startBrowserShell(options)));

/** @typedef {{ isBrowser: boolean, noOpen: boolean, files: string[] }} Options */

/** @returns {Options | null} null for a wrong use */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'boolean' }, 'no-open': { type: 'boolean' } },
    });
    // npm runs scripts in the project's folder; the user's own is in INIT_CWD.
    const from = process.env['INIT_CWD'] ?? process.cwd();
    return {
      isBrowser: values.browser ?? false,
      noOpen: values['no-open'] ?? false,
      files: positionals.map((file) => resolve(from, file)),
    };
  } catch (thrown) {
    console.error(`${/** @type {Error} */ (thrown).message}\n`);
    return null;
  }
}

/**
 * @param {Options} options
 * @returns {Promise<number | null>} its exit code; null where it could not start, which has been said
 */
async function startDesktop({ isBrowser, files }) {
  if (isBrowser) return null;
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = process.env;
  if (process.platform === 'linux' && !x11 && !wayland) {
    const state = installedElectron() === null ? 'is not installed, and' : 'is installed, but';
    return refuseDesktop(`Electron ${state} there is no display for its window`);
  }
  const binary = await findElectron();
  if (binary === null) return refuseDesktop('Electron is neither installed nor downloadable');
  const started = performance.now();
  const code = await run(binary, [root, ...files]);
  if (code === 0 || performance.now() - started > START_MS) return code;
  return refuseDesktop(`Electron could not start (exit code ${code}, see above)`);
}

/**
 * @param {string} reason
 * @returns {null}
 */
function refuseDesktop(reason) {
  console.error(`Allocscope: ${reason}; serving the page for a browser.`);
  return null;
}

/**
 * @param {Options} options
 * @returns {Promise<number>}
 */
function startBrowserShell({ noOpen, files }) {
  const flags = noOpen ? ['--no-open'] : [];
  const server = join(root, 'out/main/server.js');
  return run(process.execPath, [server, ...flags, '--', ...files]);
}

/**
 * Runs a program to its end. A signal to this process reaches it as well.
 *
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<number>} its exit code; 0 when a signal that we got ended it
 */
function run(file, args) {
  return new Promise((done) => {
    const child = spawn(file, args, { stdio: 'inherit' });
    let wasInterrupted = false;
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      wasInterrupted = true;
      // Ctrl-C has reached the child too, as it shares the terminal; it gets the time to end by itself.
      setTimeout(() => child.kill(signal), signal === 'SIGINT' ? 500 : 0);
    };
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, pass);
    }
    child.on('error', () => done(1));
    child.on('close', (code) => {
      process.removeAllListeners('SIGINT');
      process.removeAllListeners('SIGTERM');
      process.removeAllListeners('SIGHUP');
      done(wasInterrupted ? 0 : (code ?? 1));
    });
  });
}
