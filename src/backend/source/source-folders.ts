import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve, sep } from 'node:path';
import type { SourceRole } from '../../bridge/source-api.ts';
import { homeFolder } from '../home-folder.ts';
import { JsonFile } from '../json-file.ts';
import { isListOf, isObject, isOneOf, isRecord, isText } from '../shapes.ts';

/** A folder that the user chose. */
export interface SourceFolder {
  /** Its real path. */
  readonly path: string;
  /** Paths of the Go modules in it when it was chosen: later profiles of those look here. */
  readonly modules: readonly string[];
  /** For which it was chosen. That of Go itself, or of a module cache, is the same for all. */
  readonly role: SourceRole | 'any';
}

const MAX_REMEMBERED = 24;

const isSourceFolder = isObject({
  path: isText(100_000),
  modules: isListOf(isText(1_000), 1_000),
  role: isOneOf(['alone', 'before', 'after', 'any']),
});

/** The folders that were chosen, newest first, remembered on disk. */
export class SourceFolders {
  private readonly file: JsonFile;
  private known: Promise<readonly SourceFolder[]> | null = null;

  constructor(path: string) {
    this.file = new JsonFile(path);
  }

  /**
   * Those to look into for a role, likeliest first: chosen for it; chosen for the other one of a profile alone and the
   * side after, which are the working copy most often; those for all.
   */
  async forRole(role: SourceRole): Promise<readonly SourceFolder[]> {
    const all = await this.list();
    const roles = role === 'before' ? ['before', 'any'] : [role, otherOf(role), 'any'];
    return roles.flatMap((wanted) => all.filter((folder) => folder.role === wanted));
  }

  /** Puts a folder first. Another one of the same modules and role stays behind it, for what it holds besides. */
  async add(folder: SourceFolder): Promise<void> {
    await this.change((all) => [folder, ...all.filter((known) => !isSame(known, folder))]);
  }

  /** Forgets a folder in all its roles; it is given as people see it. */
  async forget(shown: string): Promise<void> {
    await this.change((all) => all.filter(({ path }) => shownPath(path) !== shown));
  }

  private async change(
    edit: (all: readonly SourceFolder[]) => readonly SourceFolder[],
  ): Promise<void> {
    const edited = this.list().then((all) => edit(all).slice(0, MAX_REMEMBERED));
    this.known = edited;
    await this.file.write({ folders: await edited });
  }

  private list(): Promise<readonly SourceFolder[]> {
    this.known ??= this.file.read().then((value) => {
      const folders = isRecord(value) && Array.isArray(value['folders']) ? value['folders'] : [];
      return folders.filter(isSourceFolder).slice(0, MAX_REMEMBERED);
    });
    return this.known;
  }
}

const otherOf = (role: SourceRole): SourceRole => (role === 'alone' ? 'after' : 'alone');

const isSame = (one: SourceFolder, other: SourceFolder) =>
  one.path === other.path && one.role === other.role;

/** The real path of a folder that the user named. Rejects with a sentence where it is none to look into. */
export async function chosenFolder(named: string): Promise<string> {
  const typed = named.trim();
  const home = homeFolder();
  const path = home !== null && /^~(?=$|[/\\])/.test(typed) ? home + typed.slice(1) : typed;
  if (!isAbsolute(path)) {
    throw new Error(`“${typed}” is not a whole path: type it from the root on, or from ~.`);
  }
  const real = await realpath(resolve(path)).catch(() => null);
  if (real === null) throw new Error(`“${typed}” does not exist on this machine.`);
  if (!(await stat(real)).isDirectory()) {
    throw new Error(`“${typed}” is a file: choose the folder that its module is in.`);
  }
  if (dirname(real) === real) {
    throw new Error('That is the whole disk: choose the folder that the module is in.');
  }
  return real;
}

/** A path for people: from the home folder on where it is in there. */
export function shownPath(path: string): string {
  const home = homeFolder();
  if (home === null) return path;
  if (path === home) return '~';
  return path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
}
