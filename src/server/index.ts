import { parseArgs } from 'node:util';
import open from 'open';
import { appFiles, appVersion } from '../backend/app-files.ts';
import { Backend } from '../backend/backend.ts';
import { configFolder } from '../backend/config-folder.ts';
import { startServer } from './server.ts';

/*
 * The entry of the browser shell: serves the page, prints its address and opens it in the user's
 * browser. It runs until it is interrupted.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-open': { type: 'boolean', default: false } },
});

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
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void end());
}

console.log(`Allocscope: ${server.url}`);
void backend.openTogether(positionals, true);
if (!values['no-open']) await showInBrowser(server.url).catch(() => {});

async function showInBrowser(url: string): Promise<void> {
  const browser = await open(url);
  // Without a browser the address that was printed has to do.
  browser.on('error', () => {});
}

async function end(): Promise<void> {
  await server.close();
  await backend.dispose();
  process.exit(0);
}
