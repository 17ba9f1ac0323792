import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file of the page. */
export interface PageFile {
  readonly path: string;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * The files of the built page by their paths in addresses. Only what is in this table is served, so
 * that no path leads out of the folder. Rejects with Error when no page has been built there.
 */
export async function listPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  await addFiles(files, folder, '/').catch(() => {});
  const start = files.get('/index.html');
  if (start === undefined) {
    throw new Error('The page of Allocscope has not been built: run `npm run build`.');
  }
  return files.set('/', start);
}

async function addFiles(files: Map<string, PageFile>, folder: string, prefix: string) {
  // Folder by folder, by name: inside the archive of a packaged application, Electron's recursive
  // listing takes folders for files, and entries do not know where they are.
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const type = types[extname(entry.name)];
    if (entry.isDirectory()) await addFiles(files, path, `${prefix}${entry.name}/`);
    else if (type !== undefined) files.set(prefix + entry.name, { path, type });
  }
}
