import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as nodeFiles from 'node:fs/promises';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FileSystem } from '../../src/backend/file-place.ts';
import { refuseUnwritable } from '../../src/backend/file-place.ts';
import { saveFiles } from '../../src/backend/save-files.ts';
import type { ExportPiece } from '../../src/bridge/export-api.ts';
import { buildEntries } from '../helpers/build-entries.ts';
import { isUnix, obeysPermissions } from '../helpers/platform.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

/** Files by their names, in two pieces each. */
async function* piecesOf(files: Record<string, string>): AsyncGenerator<ExportPiece> {
  for (const [file, text] of Object.entries(files)) {
    const bytes = new TextEncoder().encode(text);
    yield { file, bytes: bytes.subarray(0, 1) };
    yield await Promise.resolve({ file, bytes: bytes.subarray(1) });
  }
}

const yes = { mayReplace: () => true };

/** All that lies in a folder, the texts of its files by their names. */
async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const texts = names
    .sort()
    .map(async (name) => [name, await readFile(join(folder, name), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts));
}

/** A disk on which no file can be made, for a reason by its code. */
function refusing(code: string): FileSystem {
  return {
    ...nodeFiles,
    open: () => Promise.reject(Object.assign(new Error(code), { code })),
  };
}

/** A disk that is full after so many writes. */
function full(writes: number): FileSystem {
  let left = writes;
  const open = (async (...all: Parameters<typeof nodeFiles.open>) => {
    const handle = await nodeFiles.open(...all);
    const write = handle.writeFile.bind(handle);
    handle.writeFile = async (...data) => {
      if (left-- <= 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      await write(...data);
    };
    return handle;
  }) as typeof nodeFiles.open;
  return { ...nodeFiles, open };
}

describe('saving', () => {
  it('saves one file, or several beside one another, and nothing else', async () => {
    const folder = await scratchFolder();
    expect(await saveFiles(join(folder, 'a.svg'), piecesOf({ 'a.svg': 'drawing' }), yes)).toBe(
      true,
    );
    const report = { 'report.md': 'words', 'one.png': 'first', 'two.png': 'second' };
    await saveFiles(join(folder, 'report.md'), piecesOf(report), yes);
    expect(await contents(folder)).toEqual({ 'a.svg': 'drawing', ...report });
  });

  it('saves the first file as it is to be called, though its maker calls it otherwise', async () => {
    const folder = await scratchFolder();
    await saveFiles(join(folder, 'mine.md'), piecesOf({ 'report.md': 'words' }), yes);
    expect(await contents(folder)).toEqual({ 'mine.md': 'words' });
  });

  it('asks about all that is there already, before anything changes', async () => {
    const folder = await scratchFolder();
    for (const name of ['report.md', 'two.png']) await writeFile(join(folder, name), 'old');
    const report = { 'report.md': 'words', 'one.png': 'first', 'two.png': 'second' };
    const mayReplace = vi.fn(() => false);
    expect(await saveFiles(join(folder, 'report.md'), piecesOf(report), { mayReplace })).toBe(
      false,
    );
    expect(mayReplace.mock.calls).toEqual([[['report.md', 'two.png']]]);
    expect(await contents(folder)).toEqual({ 'report.md': 'old', 'two.png': 'old' });
    await saveFiles(join(folder, 'report.md'), piecesOf(report), yes);
    expect(await contents(folder)).toEqual(report);
  });

  it('leaves nothing when what is made fails half-way', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a.svg'), 'old');
    async function* half(): AsyncGenerator<ExportPiece> {
      yield* piecesOf({ 'a.svg': 'half' });
      throw new Error('It was cancelled.');
    }
    await expect(saveFiles(join(folder, 'a.svg'), half(), yes)).rejects.toThrow('cancelled');
    expect(await contents(folder)).toEqual({ 'a.svg': 'old' });
  });

  it.each([0, 1, 2, 3])('leaves nothing on a disk that is full after %i writes', async (writes) => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a.md'), 'old');
    const files = full(writes);
    const saving = saveFiles(join(folder, 'a.md'), piecesOf({ 'a.md': 'new', 'b.png': 'new' }), {
      ...yes,
      files,
    });
    await expect(saving).rejects.toThrow(
      /^[ab]\.\w+ cannot be saved\. The disk is full: make room/,
    );
    expect(await contents(folder)).toEqual({ 'a.md': 'old' });
  });

  it.each([1, 2, 3])(
    'has all as it was when the file %i of three cannot be renamed',
    async (at) => {
      const folder = await scratchFolder();
      const old = { 'a.md': 'old', 'c.png': 'old' };
      for (const [name, text] of Object.entries(old)) await writeFile(join(folder, name), text);
      const files = { 'a.md': 'new', 'b.png': 'new', 'c.png': 'new' };
      let calls = 0;
      const rename: FileSystem['rename'] = async (from, to) => {
        if (++calls === at) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
        await nodeFiles.rename(from, to);
      };
      const saving = saveFiles(join(folder, 'a.md'), piecesOf(files), {
        ...yes,
        files: { ...nodeFiles, rename },
      });
      await expect(saving).rejects.toThrow('Another program uses the file of that name');
      expect(await contents(folder)).toEqual(old);
    },
  );

  it.runIf(isUnix)(
    'leaves nothing when the program ends meanwhile (skipped on Windows)',
    async () => {
      const folder = await scratchFolder();
      const built = await buildEntries({ saving: 'tests/helpers/endless-saving.ts' });
      onTestFinished(() => built.remove());
      const child = spawn(process.execPath, [built.file('saving'), join(folder, 'a.csv')]);
      const ended = once(child, 'close');
      await once(child.stdout, 'data');
      expect(await readdir(folder)).toEqual([expect.stringMatching(/^\.allocscope-\w+\.tmp$/)]);
      child.kill('SIGINT');
      expect(await ended).toEqual([130, null]);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it.runIf(isUnix)(
    'follows a link to the file that it stands for, and keeps its permissions (skipped on Windows)',
    async () => {
      const folder = await scratchFolder();
      await mkdir(join(folder, 'real'));
      await writeFile(join(folder, 'real/a.svg'), 'old');
      await chmod(join(folder, 'real/a.svg'), 0o640);
      await symlink(join(folder, 'real/a.svg'), join(folder, 'link.svg'));
      await saveFiles(join(folder, 'link.svg'), piecesOf({ 'link.svg': 'new' }), yes);
      expect(await contents(join(folder, 'real'))).toEqual({ 'a.svg': 'new' });
      expect((await stat(join(folder, 'real/a.svg'))).mode & 0o777).toBe(0o640);
      expect((await nodeFiles.lstat(join(folder, 'link.svg'))).isSymbolicLink()).toBe(true);
    },
  );

  it('takes names as long as the disk does', async () => {
    const folder = await scratchFolder();
    const name = `${'n'.repeat(251)}.svg`;
    await saveFiles(join(folder, name), piecesOf({ [name]: 'long' }), yes);
    expect(await contents(folder)).toEqual({ [name]: 'long' });
  });

  it('refuses a name that leads elsewhere', async () => {
    const folder = await scratchFolder();
    const files = { 'a.md': 'words', '../evil.png': 'picture' };
    const saving = saveFiles(join(folder, 'a.md'), piecesOf(files), yes);
    await expect(saving).rejects.toThrow('no name of a file');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what cannot be written', () => {
  const save = (path: string, files?: FileSystem) =>
    saveFiles(
      path,
      piecesOf({ 'a.svg': 'drawing' }),
      files === undefined ? yes : { ...yes, files },
    );

  it('is told of a folder that is missing, or is a file', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(save(join(folder, 'no/a.svg'))).rejects.toThrow(
      'a.svg cannot be saved. Its folder does not exist',
    );
    // Windows says of both the same.
    await expect(save(join(folder, 'file/a.svg'))).rejects.toThrow(
      isUnix
        ? 'a.svg cannot be saved. What should be its folder is a file'
        : 'a.svg cannot be saved. Its folder does not exist',
    );
    await expect(refuseUnwritable(join(folder, 'no/a.svg'))).rejects.toThrow('does not exist');
  });

  it('is told of a folder', async () => {
    await expect(save(await scratchFolder())).rejects.toThrow('There is a folder of that name');
  });

  it.runIf(isUnix)('is told of a device (skipped on Windows)', async () => {
    await expect(save('/dev/null')).rejects.toThrow(
      'null cannot be saved. It is a pipe or a device',
    );
    await expect(refuseUnwritable('/dev/null')).rejects.toThrow('a pipe or a device');
  });

  it.runIf(isUnix)('is told of a name that is too long (skipped on Windows)', async () => {
    const folder = await scratchFolder();
    await expect(save(join(folder, 'n'.repeat(300)))).rejects.toThrow('Its name is too long');
  });

  it.runIf(obeysPermissions)(
    'is told of a folder that is read-only (skipped as root and on Windows)',
    async () => {
      const folder = await scratchFolder();
      await chmod(folder, 0o500);
      await expect(save(join(folder, 'a.svg'))).rejects.toThrow('You have no permission');
      await expect(refuseUnwritable(join(folder, 'a.svg'))).rejects.toThrow('no permission');
      await chmod(folder, 0o700);
    },
  );

  it.runIf(obeysPermissions)(
    'is told of a file that is write-protected (skipped as root and on Windows)',
    async () => {
      const folder = await scratchFolder();
      await writeFile(join(folder, 'a.svg'), 'old', { mode: 0o444 });
      await expect(save(join(folder, 'a.svg'))).rejects.toThrow('write-protected');
      expect(await contents(folder)).toEqual({ 'a.svg': 'old' });
    },
  );

  it.each([
    ['EACCES', 'You have no permission to write there'],
    ['EROFS', 'That disk is read-only'],
    ['ENOSPC', 'The disk is full'],
    ['EDQUOT', 'Your quota on that disk is used up'],
    ['EWEIRD', 'The system could not write it (EWEIRD)'],
  ])('says %s in words', async (code, words) => {
    const folder = await scratchFolder();
    await expect(save(join(folder, 'a.svg'), refusing(code))).rejects.toThrow(
      `a.svg cannot be saved. ${words}`,
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
