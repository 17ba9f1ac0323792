import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { MAX_SOURCE_BYTES } from '../../../src/backend/source/read-beneath.ts';
import { Sources } from '../../../src/backend/source/sources.ts';
import type { SoughtSource, SourceAnswer } from '../../../src/bridge/source-api.ts';
import { scratchFolder } from '../../helpers/scratch-folder.ts';

const alone = { profile: 1, role: 'alone' } as const;

const keys: SoughtSource = {
  ...alone,
  file: '/src/myservice/keys/keys.go',
  packagePath: 'myservice/keys',
  root: null,
};

/** A folder of files, as a place of its own. */
async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await scratchFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

const service = () =>
  folderOf({ 'go.mod': 'module myservice\n\ngo 1.23\n', 'keys/keys.go': 'package keys\n' });

async function sourcesIn(...folders: readonly string[]): Promise<Sources> {
  const sources = new Sources(join(await scratchFolder(), 'source-folders.json'));
  for (const folder of folders) await sources.choose(folder, alone);
  return sources;
}

/** An answer as text, with the folder as `F`, and slashes whatever the system has. */
function told(answer: SourceAnswer, folder: string): string {
  const shown = (words: string) => words.replaceAll(folder, 'F').replaceAll(sep, '/');
  return answer.kind === 'found'
    ? `${answer.mapping.from}… is ${shown(answer.mapping.to)}…: ${JSON.stringify(answer.text)} ${answer.remark}`.trim()
    : `${answer.kind}: ${shown(answer.reason)}`.trim();
}

describe('source files', () => {
  it('are found beneath a chosen folder, and where is said', async () => {
    const folder = await service();
    const sources = await sourcesIn(folder);
    const answer = await sources.read(keys);
    expect(told(answer, folder)).toBe('/src/myservice/… is F/…: "package keys\\n"');
    expect(answer).toMatchObject({ path: join(folder, 'keys/keys.go'), roots: [folder] });
    expect(await sources.find(keys)).toBe(join(folder, 'keys/keys.go'));
  });

  it('are looked for nowhere while no folder was chosen', async () => {
    const folder = await service();
    const sources = await sourcesIn();
    const there = { ...keys, file: join(folder, 'keys/keys.go') };
    expect(await sources.read(there)).toEqual({ kind: 'missing', reason: '', folders: [] });
  });

  it('are not read outside of it, whatever the profile or a link says', async () => {
    const secret = await folderOf({ 'secret.go': 'package secret', 'go.mod': 'module s' });
    const folder = await service();
    await symlink(join(secret, 'secret.go'), join(folder, 'keys/linked.go'));
    await symlink(secret, join(folder, 'handlers'));
    const sources = await sourcesIn(folder);
    const ask = async (file: string, packagePath: string) =>
      told(await sources.read({ ...keys, file, packagePath }), folder).replaceAll(
        secret.replaceAll(sep, '/'),
        'S',
      );
    expect(await ask('/src/myservice/keys/linked.go', 'myservice/keys')).toBe(
      'missing: In F, a link leads out of the folder to S/secret.go, and only chosen folders are read. Choose the folder that it leads to.',
    );
    expect(await ask('/src/myservice/handlers/secret.go', 'myservice/handlers')).toContain(
      'a link leads out',
    );
    expect(await ask(join(secret, 'secret.go'), 's')).toBe(
      'missing: No module in F has package s with such a file.',
    );
    expect(await ask(`../${secret.slice(1)}/secret.go`, 'main')).toBe(
      'missing: The profile’s path of the file is none to look for.',
    );
    for (const packagePath of ['myservice/../../../../etc', 'myservice/..', '../..']) {
      expect(await ask('/src/myservice/passwd', packagePath)).toMatch(/^missing: No /);
    }
    expect(await ask('/src/a\0b.go', 'main')).toContain('none to look for');
    expect(await ask('', '')).toContain('none to look for');
    expect(await ask('/'.repeat(5000), 'main')).toContain('none to look for');
  });

  it('follow links within it', async () => {
    const folder = await service();
    await symlink('keys', join(folder, 'other'));
    const sources = await sourcesIn(folder);
    const linked = {
      ...keys,
      file: '/src/myservice/other/keys.go',
      packagePath: 'myservice/other',
    };
    expect(told(await sources.read(linked), folder)).toContain('package keys');
  });

  it('are refused where they are large, no text, no file or gone', async () => {
    const folder = await folderOf({
      'go.mod': 'module m',
      'huge.go': new Uint8Array(MAX_SOURCE_BYTES + 1).fill(0x20),
      'binary.go': Uint8Array.of(0x70, 0, 0x71),
      'latin1.go': Uint8Array.of(0x70, 0xe9),
      'folder.go/x': '',
      'bom.go': '\uFEFFpackage m',
      'gone.go': 'package m',
    });
    const sources = await sourcesIn(folder);
    const ask = async (name: string) =>
      told(await sources.read({ ...keys, file: `/m/${name}`, packagePath: 'm' }), folder);
    expect(await ask('huge.go')).toBe(
      'refused: F/huge.go is larger than 4 MiB: too large to be shown.',
    );
    expect(await ask('binary.go')).toBe(
      'refused: F/binary.go is no text in UTF-8, as Go wants its sources to be.',
    );
    expect(await ask('latin1.go')).toContain('is no text in UTF-8');
    expect(await ask('folder.go')).toBe('refused: F/folder.go is no file.');
    expect(await ask('bom.go')).toBe('/m/… is F/…: "package m"');
    expect(await ask('gone.go')).toContain('package m');
    await rm(join(folder, 'gone.go'));
    expect(await ask('gone.go')).toBe('missing: No module in F has package m with such a file.');
    expect(await ask('<autogenerated>')).toContain('The compiler made this function');
    expect(await ask('_cgo_gotypes.go')).toContain('The compiler made this function');
  });

  it('are of one of two copies until the user says which is meant', async () => {
    const folder = await folderOf({
      'before/go.mod': 'module myservice',
      'before/keys/keys.go': 'before',
      'before/store/store.go': 'before',
      'after/go.mod': 'module myservice',
      'after/keys/keys.go': 'after',
      'after/store/store.go': 'after',
    });
    const [before, after] = [join(folder, 'before'), join(folder, 'after')];
    const sources = await sourcesIn(folder);
    expect(await sources.read(keys)).toMatchObject({
      text: 'after',
      folder,
      roots: [after, before],
    });
    expect(await sources.read({ ...keys, root: before })).toMatchObject({
      text: 'before',
      roots: [before, after],
    });
    const store = {
      ...keys,
      file: '/src/myservice/store/store.go',
      packagePath: 'myservice/store',
    };
    expect(await sources.read(store)).toMatchObject({ text: 'before' });
    expect(await sources.read({ ...store, profile: 2 })).toMatchObject({ text: 'after' });
    expect(await sources.read({ ...store, root: '/etc' })).toMatchObject({ text: 'before' });
  });
});

describe('folders', () => {
  it('are remembered for the side that they were chosen for; the working copy serves a profile alone too', async () => {
    const [old, now] = [await service(), await service()];
    const path = join(await scratchFolder(), 'source-folders.json');
    const sources = new Sources(path);
    await sources.choose(old, { profile: 1, role: 'before' });
    await sources.choose(now, { profile: 2, role: 'after' });
    const later = new Sources(path);
    const from = async (role: SoughtSource['role']) => {
      const answer = await later.read({ ...keys, profile: 7, role });
      return answer.kind === 'found' ? answer.roots : answer.reason;
    };
    expect([await from('before'), await from('after'), await from('alone')]).toEqual([
      [old],
      [now],
      [now],
    ]);
    await later.forget(now);
    expect(await later.read({ ...keys, role: 'after' })).toEqual({
      kind: 'missing',
      reason: '',
      folders: [],
    });
  });

  it('that come with a profile are left with it, and give way to a chosen one', async () => {
    const [own, chosen] = [await service(), await service()];
    const sources = await sourcesIn();
    await sources.attach(1, own);
    expect(await sources.read(keys)).toMatchObject({
      roots: [own],
      folder: null,
      modifiedMillis: null,
    });
    expect(await sources.read({ ...keys, profile: 2 })).toMatchObject({ kind: 'missing' });
    await sources.choose(chosen, alone);
    expect(await sources.read(keys)).toMatchObject({ roots: [chosen] });
  });

  it('of Go itself and of a module cache are for all sides', async () => {
    const goroot = await folderOf({
      'src/go.mod': 'module std',
      'src/fmt/print.go': 'package fmt',
    });
    const sources = await sourcesIn(goroot);
    const print = { ...keys, file: '/usr/lib/go-1.23/src/fmt/print.go', packagePath: 'fmt' };
    const answer = await sources.read({ ...print, role: 'before' });
    expect(told(answer, goroot)).toBe('/usr/lib/go-1.23/src/… is F/src/…: "package fmt"');
  });

  it('are whole paths of folders, from ~ on too, and not the whole disk', async () => {
    const folder = await service();
    const sources = await sourcesIn();
    vi.stubEnv('HOME', dirname(folder));
    vi.stubEnv('USERPROFILE', dirname(folder));
    try {
      const name = folder.slice(dirname(folder).length + 1);
      expect(await sources.choose(` ~/${name} `, alone)).toEqual({
        kind: 'chosen',
        folder: join('~', name),
        modules: ['myservice'],
      });
    } finally {
      vi.unstubAllEnvs();
    }
    const refused = async (path: string) => {
      await expect(sources.choose(path, alone)).rejects.toThrow(/^(“|That).*\.$/);
    };
    await refused('keys');
    await refused('');
    await refused('~other');
    await refused(join(folder, 'nowhere'));
    await refused(join(folder, 'go.mod'));
    await refused('/');
  });
});
