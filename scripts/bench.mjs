// `npm run bench [-- OPTIONS]`: builds the application and the benchmarks, and runs them.
// docs/benchmarks.md says what they measure and how to read it.
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { assemblyPlugin } from './assembly-plugin.mjs';
import { buildIfNeeded, root } from './build-if-needed.mjs';

const out = join(root, 'node_modules/.cache/bench/built');

// A module keeps the folder that it has as a source: files are found relative to that.
const sourceFolders = {
  name: 'source-folders',
  /**
   * @param {string} code
   * @param {string} id
   */
  transform: (code, id) => code.replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
};

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  plugins: [sourceFolders, assemblyPlugin()],
  build: {
    ssr: true,
    target: 'node20',
    outDir: out,
    rolldownOptions: {
      input: {
        main: join(root, 'bench/main.ts'),
        'gunzip-child': join(root, 'bench/engine/gunzip-child.ts'),
        'open-child': join(root, 'bench/engine/open-child.ts'),
        'scan-child': join(root, 'bench/scan/scan-child.ts'),
        'compare-child': join(root, 'bench/engine/compare-child.ts'),
        'join-child': join(root, 'bench/engine/join-child.ts'),
      },
    },
  },
});
/** @type {{ main(args: string[], folders: { root: string, built: string }, buildApplication: () => Promise<boolean>): Promise<number> }} */
const { main } = await import(pathToFileURL(join(out, 'main.js')).href);
process.exitCode = await main(process.argv.slice(2), { root, built: out }, buildIfNeeded);
