import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startServer } from '../../src/server/server.ts';
import { scratchFolder } from './scratch-folder.ts';
import { startBackend } from './start-backend.ts';

/** The browser shell with a page of two files, for one test. */
export async function startShell(engineFile: string, exportFile = '') {
  const folder = await scratchFolder();
  await mkdir(join(folder, 'page/assets'), { recursive: true });
  await writeFile(join(folder, 'page/index.html'), '<p>the page');
  await writeFile(join(folder, 'page/assets/index.js'), 'the(script)');
  await writeFile(join(folder, 'secret.txt'), 'the secret');
  const parts = await startBackend(engineFile, { exportFile });
  const server = await startServer(parts.backend, join(folder, 'page'));
  onTestFinished(() => server.close());
  return { ...parts, server, url: server.url, origin: new URL(server.url).origin };
}
