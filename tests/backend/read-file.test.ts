import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/backend/read-file.ts';
import { isUnix, obeysPermissions } from '../helpers/platform.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

const quietly = () => {};

describe('readFile', () => {
  it('reads a file whole, telling how far it is', async () => {
    const path = join(await scratchFolder(), 'profile');
    const content = Buffer.alloc(9 * 2 ** 20, 'abc');
    await writeFile(path, content);
    const reports: number[] = [];
    const bytes = await readFile(path, (done, total) => {
      expect(total).toBe(content.length);
      reports.push(done);
    });
    expect(content.equals(bytes)).toBe(true);
    expect(reports[0]).toBe(0);
    expect(reports.at(-1)).toBe(content.length);
    expect(reports.length).toBeGreaterThan(2);
  });

  it('ends where the report throws', async () => {
    const path = join(await scratchFolder(), 'profile');
    await writeFile(path, 'content');
    const stop = new Error('enough');
    const reading = readFile(path, () => {
      throw stop;
    });
    await expect(reading).rejects.toBe(stop);
  });

  it('says that a file is missing', async () => {
    await expect(readFile(join(await scratchFolder(), 'no'), quietly)).rejects.toThrow(
      'It does not exist',
    );
  });

  it('says that it is a folder', async () => {
    await expect(readFile(await scratchFolder(), quietly)).rejects.toThrow('It is a folder');
  });

  it('says that it is empty', async () => {
    const path = join(await scratchFolder(), 'empty');
    await writeFile(path, '');
    await expect(readFile(path, quietly)).rejects.toThrow('It is empty');
  });

  it('says that it is too large, without reading it', async () => {
    const path = join(await scratchFolder(), 'large');
    const file = await open(path, 'w');
    await file.truncate(2 ** 32 + 1); // takes no room on the disk
    await file.close();
    await expect(readFile(path, quietly)).rejects.toThrow('It is larger than 4 GiB');
  });

  it.runIf(isUnix)('refuses a pipe instead of waiting for it', async () => {
    const path = join(await scratchFolder(), 'pipe');
    execFileSync('mkfifo', [path]);
    await expect(readFile(path, quietly)).rejects.toThrow('It is a pipe or a device');
  });

  it.runIf(isUnix)('refuses a device', async () => {
    await expect(readFile('/dev/zero', quietly)).rejects.toThrow('It is a pipe or a device');
  });

  it.runIf(obeysPermissions)('says that there is no permission', async () => {
    const path = join(await scratchFolder(), 'secret');
    await writeFile(path, 'content');
    chmodSync(path, 0);
    await expect(readFile(path, quietly)).rejects.toThrow('You have no permission');
  });

  it.each([
    ['grows', (path: string) => appendFileSync(path, 'more')],
    ['shrinks', (path: string) => truncateSync(path, 100)],
    ['is written anew', (path: string) => writeFileSync(path, Buffer.alloc(8 * 2 ** 20, 'b'))],
  ])('says that it changed when it %s meanwhile', async (_, change) => {
    const path = join(await scratchFolder(), 'profile');
    await writeFile(path, Buffer.alloc(8 * 2 ** 20, 'a'));
    // The clock of a file system may stand still for some milliseconds.
    await utimes(path, 1, 1);
    let hasChanged = false;
    const reading = readFile(path, (done) => {
      if (done === 0 || hasChanged) return;
      hasChanged = true;
      change(path);
    });
    await expect(reading).rejects.toThrow('It changed while it was read');
  });

  it.runIf(isUnix)('reads the file that it opened, though another takes its place', async () => {
    const folder = await scratchFolder();
    const path = join(folder, 'profile');
    await writeFile(path, Buffer.alloc(8 * 2 ** 20, 'a'));
    await mkdir(join(folder, 'other'));
    let moved: Promise<void> | null = null;
    const bytes = await readFile(path, (done) => {
      if (done > 0) moved ??= rename(path, join(folder, 'other/profile'));
    });
    await moved;
    expect(bytes.every((byte) => byte === 'a'.charCodeAt(0))).toBe(true);
  });
});
