import { type Dirent, constants as fsConstants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FolderLayout, ModulePlace } from './candidates.ts';

/** How deep modules are looked for; a repository seldom has them deeper. */
const MAX_DEPTH = 5;
/** A folder of more folders than these is not one of sources. */
const MAX_FOLDERS = 5_000;
const MAX_GO_MOD_BYTES = 2 ** 20;

/** What a folder holds: its Go modules, by their go.mod files. Links are not followed. */
export async function layoutOf(folder: string): Promise<FolderLayout> {
  const isModuleCache = await isFolder(join(folder, 'cache', 'download'));
  // A module cache has each version of each dependency, and says in its paths which is where.
  const modules = isModuleCache ? [] : await modulesIn(folder);
  return { name: basename(folder), modules, isModuleCache };
}

async function modulesIn(folder: string): Promise<ModulePlace[]> {
  const modules: ModulePlace[] = [];
  let level = [''];
  let seen = 1;
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    const next: string[] = [];
    for (const within of level) {
      for (const entry of await entriesOf(join(folder, within))) {
        const path = within === '' ? entry.name : `${within}/${entry.name}`;
        if (entry.isDirectory() && mayHoldModules(entry.name)) next.push(path);
        if (!entry.isFile() || entry.name !== 'go.mod') continue;
        const modulePath = modulePathOf(await headOf(join(folder, path)));
        if (modulePath !== '') modules.push({ modulePath, folder: within });
      }
      if (seen + next.length > MAX_FOLDERS) return modules;
    }
    seen += next.length;
    level = next;
  }
  return modules;
}

/** Those that the go command passes over as well, and where only copies of others are. */
function mayHoldModules(name: string): boolean {
  return !/^[._]/.test(name) && !['node_modules', 'testdata', 'vendor'].includes(name);
}

/** The path of a go.mod's module; '' where it names none. https://go.dev/ref/mod#go-mod-file-module */
function modulePathOf(goMod: string): string {
  for (const line of goMod.split('\n')) {
    const [word, path = ''] = line.trim().split(/\s+/, 2);
    if (word === 'module' && path !== '') return path.replace(/^(["`])(.*)\1$/, '$2');
  }
  return '';
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  // What may not be read holds no sources for this user.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, fsConstants.O_RDONLY).catch(() => null);
  if (file === null) return '';
  try {
    const bytes = new Uint8Array(MAX_GO_MOD_BYTES);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return new TextDecoder().decode(bytes.subarray(0, bytesRead));
  } catch {
    return '';
  } finally {
    await file.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
