import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
// @ts-expect-error: the types of scripts, which are JavaScript, are checked in a project of their own
import { assemblyPlugin } from '../../scripts/assembly-plugin.mjs';
// @ts-expect-error: as above
import { pageReaderPlugin } from '../../scripts/page-reader-plugin.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Programs that a test runs as Node would run the built ones. */
export interface BuiltEntries {
  /** The built file of an entry. */
  file(name: string): string;
  remove(): Promise<void>;
}

/**
 * Bundles entries (name: path within the project) as electron.vite.config.ts does: a thread and a
 * process of their own have no Vitest around them that would understand TypeScript.
 */
export async function buildEntries(entries: Record<string, string>): Promise<BuiltEntries> {
  // Two below the project's folder, as out/main is: the program finds its files from there.
  const folder = await mkdtemp(join(root, 'node_modules/.built-for-test-'));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [pageReaderPlugin(), assemblyPlugin()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: entries,
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name].js' },
      },
    },
  });
  return {
    file: (name) => join(folder, `${name}.js`),
    remove: () => rm(folder, { recursive: true }),
  };
}
