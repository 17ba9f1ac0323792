import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { assemblyPlugin } from './scripts/assembly-plugin.mjs';
import { pageReaderPlugin } from './scripts/page-reader-plugin.mjs';

/**
 * electron-vite declares `__dirname` in every chunk that mentions it, for the CommonJS in it; the
 * package `open` declares a variable of that name itself.
 */
const renameDirnameOfOpen: Plugin = {
  name: 'rename-dirname-of-open',
  transform: {
    filter: { id: /node_modules[\\/]open[\\/]index\.js$/ },
    handler: (code) => code.replaceAll('__dirname', 'ownFolder'),
  },
};

export default defineConfig({
  main: {
    plugins: [renameDirnameOfOpen, pageReaderPlugin(), assemblyPlugin()],
    // Its entry for Node declares a `require` of its own beside electron-vite's, for threads that we have no use for.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      // The server, the command line and the threads run under plain Node as well, without node_modules
      // beside them: everything is bundled but Electron and Node's own modules.
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          server: 'src/server/index.ts',
          cli: 'src/cli/index.ts',
          engine: 'src/engine/worker.ts',
          export: 'src/export/worker.ts',
        },
        // Shared chunks lie beside the entries, so that './engine.js' relative to import.meta.url
        // is the engine wherever the code that names it ends up.
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is one CommonJS file: it has no modules to load others with.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      // Also the baseline of the browsers that show the page without Electron.
      target: 'es2022',
      // The content security policy refuses inline scripts and data: fonts, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      // One chunk: it comes from the disk or over loopback, and the first screen needs nearly all of it.
      chunkSizeWarningLimit: 1250,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});
