import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '..');

const sources = [
  'src',
  'resources',
  'package.json',
  'electron.vite.config.ts',
  'scripts/assembly-plugin.mjs',
  'scripts/page-reader-plugin.mjs',
];

const outputs = [
  'out/main/index.js',
  'out/main/server.js',
  'out/main/cli.js',
  'out/main/engine.js',
  'out/main/export.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/**
 * Builds the application where its files are missing or older than their sources. Says so on standard
 * error, because standard output belongs to the program that is started next.
 *
 * @returns {Promise<boolean>} false when the build failed, of which its own words have been printed
 */
export async function buildIfNeeded() {
  if (isUpToDate(root)) return true;
  // Vite takes what follows them for no part of a path.
  if (/[#?]/.test(root)) {
    console.error(
      `Allocscope cannot be built in ${root}: there must be no “#” or “?” in that path. Move it elsewhere, then try again.`,
    );
    return false;
  }
  console.error('Allocscope: building, which takes some seconds …');
  const { code, output } = await run(
    join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
    ['build'],
  );
  if (code === 0) return true;
  console.error(output);
  console.error('Allocscope could not be built: see above; after `npm ci` it should be possible.');
  return false;
}

/**
 * @param {string} folder of the project
 * @returns {boolean} whether everything is built from the sources as they are; always so without sources
 */
export function isUpToDate(folder) {
  if (!existsSync(join(folder, 'src'))) return true;
  const built = outputs.map((file) => modified(join(folder, file)));
  return Math.min(...built) >= Math.max(...sources.map((path) => newest(join(folder, path))));
}

/**
 * @param {string} path of a file or a folder
 * @returns {number} when something in it was changed last; a folder changes when a file goes
 */
function newest(path) {
  if (!existsSync(path) || !statSync(path).isDirectory()) return modified(path);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => modified(join(path, name)))
    .reduce((latest, time) => Math.max(latest, time), modified(path));
}

/**
 * @param {string} path
 * @returns {number} 0 for one that is missing
 */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(script, args) {
  return new Promise((done) => {
    let output = '';
    const child = spawn(process.execPath, [script, ...args], { cwd: root });
    child.stdout.on('data', (text) => {
      output += text;
    });
    child.stderr.on('data', (text) => {
      output += text;
    });
    child.on('close', (code) => done({ code, output }));
  });
}
