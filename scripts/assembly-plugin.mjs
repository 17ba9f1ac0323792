import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const QUERY = '?wasm';

/** @type {string} */
const compiler = 'assemblyscript/asc';

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
      const wasm = await compiled(id.slice(0, -QUERY.length), (file) => this.addWatchFile(file));
      return `export const wasm = new Uint8Array([${wasm.join()}]);`;
    },
  };
}

/**
 * @param {string} file
 * @param {(file: string) => void} onFile told of each file that it is made of
 * @returns {Promise<Uint8Array>}
 */
async function compiled(file, onFile) {
  // Loaded when it is needed, which takes half a second, and without its types: they declare arrays anew.
  const { default: asc } = await import(compiler);
  /** @type {Uint8Array | undefined} */
  let wasm;
  const { error, stderr } = await asc.main(
    [file, '--outFile', 'out.wasm', '-O3', '--converge', '--runtime', 'stub'],
    {
      /**
       * @param {string} name
       * @param {string} folder
       */
      readFile: async (name, folder) => {
        const path = resolve(folder, name);
        const text = await readFile(path, 'utf8').catch(() => null);
        if (text !== null) onFile(path);
        return text;
      },
      /**
       * @param {string} _
       * @param {Uint8Array} contents
       */
      writeFile: (_, contents) => {
        wasm = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || wasm === undefined) throw new Error(`${file}: ${error}\n${stderr}`);
  return wasm;
}
