import { parseArgs } from 'node:util';
import open from 'open';
import { appFiles, appVersion } from '../backend/app-files.ts';
import { Backend } from '../backend/backend.ts';
import { configFolder } from '../backend/config-folder.ts';
import { type RunningServer, startServer } from './server.ts';

/*
 * The entry of the browser shell: serves the page, prints its address and opens it in the user's
 * browser. It runs until it is interrupted.
 */

/** Files that are being written are given up at once; removing them takes moments. */
const MOST_ENDING_MS = 5_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-open': { type: 'boolean', default: false } },
});

try {
  await start();
} catch (thrown) {
  console.error(`Allocscope: ${thrown instanceof Error ? thrown.message : thrown}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const backend = new Backend({
    shell: { kind: 'browser', openExternal: showInBrowser, desk: null },
    version: appVersion(),
    engineFile: appFiles.engine,
    exportFile: appFiles.export,
    exampleFolder: appFiles.example,
    configFolder: configFolder(),
  });
  const server = await startServer(backend, appFiles.page);
  backend.start();
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // The terminal sends it to all programs in it, and those that started this one send it again.
    process.on(signal, () => {
      if (!isEnding) void end(server, backend);
      isEnding = true;
    });
  }
  console.log(`Allocscope: ${server.url}`);
  void backend.openTogether(positionals, true);
  if (!values['no-open']) await showInBrowser(server.url).catch(() => {});
}

async function showInBrowser(url: string): Promise<void> {
  const browser = await open(url);
  // Without a browser the address that was printed has to do.
  browser.on('error', () => {});
}

async function end(server: RunningServer, backend: Backend): Promise<void> {
  // Later signals change nothing, so that what hangs must not be waited for.
  setTimeout(() => process.exit(1), MOST_ENDING_MS).unref();
  await server.close();
  await backend.dispose();
  process.exit(0);
}
