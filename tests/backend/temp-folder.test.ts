import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { TempFolder } from '../../src/backend/temp-folder.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Has temporary files be put into a folder, by all names that systems have for it. */
function putInto(folder: string): void {
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
}

it('is made when it is needed, and gone when the run ends', async () => {
  const parent = await scratchFolder();
  putInto(parent);
  const folder = new TempFolder();
  expect(await readdir(parent)).toEqual([]);
  const path = await folder.path();
  expect(await readdir(parent)).toEqual([expect.stringMatching(/^allocscope-/)]);
  expect(await folder.path()).toBe(path);
  const [one, other] = await Promise.all([folder.subfolder(), folder.subfolder()]);
  expect(one).not.toBe(other);
  await folder.dispose();
  expect(await readdir(parent)).toEqual([]);
});

it('says where none can be made, tries again, and keeps nothing from ending', async () => {
  const parent = join(await scratchFolder(), 'gone');
  putInto(parent);
  const folder = new TempFolder();
  await expect(folder.path()).rejects.toThrow(
    `Nothing can be put into ${parent}, the folder for temporary files (ENOENT): mend that`,
  );
  await folder.dispose();
  await mkdir(parent);
  const path = await folder.path();
  expect(existsSync(path)).toBe(true);
  await folder.dispose();
  expect(existsSync(path)).toBe(false);
});

it('waits to the end for one that is about to be made', async () => {
  const parent = await scratchFolder();
  putInto(parent);
  const folder = new TempFolder();
  const making = folder.path();
  await folder.dispose();
  expect(existsSync(await making)).toBe(false);
});
