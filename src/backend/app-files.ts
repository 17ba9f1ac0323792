import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder: two up, both from src/backend and from out/main. */
const root = resolve(import.meta.dirname, '../..');

/** Where the files of the built application lie. */
export const appFiles = {
  engine: join(root, 'out/main/engine.js'),
  export: join(root, 'out/main/export.js'),
  page: join(root, 'out/renderer'),
  example: join(root, 'resources/example'),
  startScript: join(root, 'scripts/start.mjs'),
} as const;

/** The version of the application, as in its package.json. */
export function appVersion(): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
