import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const QUERY = '?wasm';

/** @type {string} */
const compiler = 'assemblyscript/asc';
const options = ['-O3', '--converge', '--runtime', 'stub'];

/**
 * What was compiled is kept here: tests build parts of the application again and again. With another compiler it is
 * empty, since npm ci makes the folder anew.
 */
const keptFolder = resolve('node_modules/.cache/assembly');

/**
 * Makes `import { wasm } from './file.as.ts?wasm'` give the WebAssembly, as bytes, that the AssemblyScript of
 * the file and of those that it imports becomes. It is small and stands in the bundle, so that nothing has to be
 * found and read at run time.
 *
 * @returns {import('vite').Plugin}
 */
export function assemblyPlugin() {
  return {
    name: 'assembly',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(QUERY)) return null;
      const file = id.slice(0, -QUERY.length);
      const { files, wasm, failure } = (await kept(file)) ?? (await compile(file));
      for (const part of Object.keys(files)) this.addWatchFile(part);
      if (failure !== '') throw new Error(failure);
      return `export const wasm = new Uint8Array([${wasm}]);`;
    },
  };
}

/**
 * @typedef {object} Compiled
 * @property {Record<string, string>} files the texts of which it was made, by path, even if that failed
 * @property {readonly number[]} wasm
 * @property {string} failure '' for none
 */

/**
 * @param {string} file
 * @returns {Promise<Compiled | null>} null where it was not compiled yet, or is another one now
 */
async function kept(file) {
  try {
    /** @type {Compiled} */
    const compiled = JSON.parse(await readFile(placeOf(file), 'utf8'));
    for (const [path, text] of Object.entries(compiled.files)) {
      if ((await readFile(path, 'utf8')) !== text) return null;
    }
    return compiled;
  } catch {
    return null;
  }
}

/** @param {string} file */
function placeOf(file) {
  const key = createHash('sha256').update([file, ...options].join(' '));
  return join(keptFolder, `${key.digest('hex')}.json`);
}

/**
 * @param {string} file
 * @returns {Promise<Compiled>}
 */
async function compile(file) {
  // Loaded when it is needed, which takes half a second, and without its types: they declare arrays anew.
  const { default: asc } = await import(compiler);
  /** @type {number[]} */
  let wasm = [];
  /** @type {Record<string, string>} */
  const files = {};
  const { error, stderr } = await asc.main([file, '--outFile', 'out.wasm', ...options], {
    /**
     * @param {string} name
     * @param {string} folder
     */
    readFile: async (name, folder) => {
      const path = resolve(folder, name);
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text !== null) files[path] = text;
      return text;
    },
    /**
     * @param {string} _
     * @param {Uint8Array} contents
     */
    writeFile: (_, contents) => {
      wasm = [...contents];
    },
    listFiles: () => [],
  });
  if (error !== null) return { files, wasm, failure: `${file}: ${error}\n${stderr}` };
  const compiled = { files, wasm, failure: '' };
  await mkdir(keptFolder, { recursive: true });
  // Whole or not at all: another process may want it too.
  const partial = `${placeOf(file)}.${process.pid}`;
  await writeFile(partial, JSON.stringify(compiled));
  await rename(partial, placeOf(file));
  return compiled;
}
