import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
// @ts-expect-error: the types of scripts, which are JavaScript, are checked in a project of their own
import { isUpToDate } from '../../scripts/build-if-needed.mjs';
import { scratchFolder } from '../helpers/scratch-folder.ts';

const outputs = [
  'out/main/index.js',
  'out/main/server.js',
  'out/main/cli.js',
  'out/main/engine.js',
  'out/main/export.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

async function put(folder: string, file: string, time: number): Promise<void> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, file);
  await utimes(path, time, time);
}

/** A project built at the second 2000, from sources of the second 1000. */
async function project(): Promise<string> {
  const folder = await scratchFolder();
  await put(folder, 'package.json', 1000);
  await put(folder, 'src/deep/down/file.ts', 1000);
  for (const path of ['src', 'src/deep', 'src/deep/down'])
    await utimes(join(folder, path), 1000, 1000);
  for (const output of outputs) await put(folder, output, 2000);
  return folder;
}

it('is up to date after a build', async () => {
  expect(isUpToDate(await project())).toBe(true);
});

it.each([
  'src/deep/down/file.ts',
  'src/new.ts',
  'package.json',
  'electron.vite.config.ts',
  'scripts/assembly-plugin.mjs',
  'scripts/page-reader-plugin.mjs',
])('is not when %s is newer', async (file) => {
  const folder = await project();
  await put(folder, file, 3000);
  expect(isUpToDate(folder)).toBe(false);
});

it.each(outputs)('is not without %s', async (file) => {
  const folder = await project();
  await rm(join(folder, file));
  expect(isUpToDate(folder)).toBe(false);
});

it('is where there are no sources to build from', async () => {
  const folder = await project();
  await rm(join(folder, 'src'), { recursive: true });
  expect(isUpToDate(folder)).toBe(true);
});
