// `npm start [-- FILE...]`: builds what is needed and starts the desktop application; where Electron
// cannot run, the very same application in the browser.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded, root } from './build-if-needed.mjs';
import { findElectron, installedElectron } from './electron-binary.mjs';
import { runProgram } from './run-program.mjs';

const usage = `Usage: npm start [-- [--browser] [--no-open] FILE...]

  --browser   serve the page on 127.0.0.1 even where Electron is available
  --no-open   do not open the default browser then; its address is printed in any case
  --help      print this`;

/** Electron that ends sooner than this, and badly, never showed a window. */
const START_MS = 10_000;

const options = readArguments();
if (options === null) {
  console.error(usage);
  process.exit(2);
}
if (options.isHelp) {
  console.log(usage);
  process.exit(0);
}
if (!(await buildIfNeeded())) process.exit(1);
process.exit((await startDesktop(options)) ?? (await startBrowserShell(options)));

/** @typedef {{ isHelp: boolean, isBrowser: boolean, noOpen: boolean, files: string[] }} Options */

/** @returns {Options | null} null for a wrong use */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        browser: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    // npm runs scripts in the project's folder; the user's own is in INIT_CWD.
    const from = process.env['INIT_CWD'] ?? process.cwd();
    return {
      isHelp: values.help ?? false,
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
  // Editors that are made of Electron leave this variable to what is started in them: it would run as Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  // On Windows it is no program of the console.
  const hearsTerminal = process.stdin.isTTY && process.platform !== 'win32';
  const code = await runProgram(binary, [root, ...files], { env, hearsTerminal });
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
  return runProgram(process.execPath, [server, ...flags, '--', ...files]);
}
