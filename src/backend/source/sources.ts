import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import type { ChosenFolder, SoughtSource, SourceAnswer } from '../../bridge/source-api.ts';
import type { FolderLayout } from './candidates.ts';
import { layoutOf } from './folder-layout.ts';
import { type Located, type LocatedFile, locateFile, type SearchedFolder } from './locate-file.ts';
import { readSourceText } from './read-beneath.ts';
import { chosenFolder, SourceFolders, shownPath } from './source-folders.ts';
import { isCompilerMade, pathElements } from './source-path.ts';

/** A profile in its role. */
type Profiled = Pick<SoughtSource, 'profile' | 'role'>;

/** Source files of profiles: looked for beneath the folders that the user chose, and nowhere else. */
export class Sources {
  private readonly folders: SourceFolders;
  /** Folders that came with a profile, as those of the example do. */
  private readonly own = new Map<number, string>();
  /** The user's word on which of several roots a profile's files are of. */
  private readonly rootOf = new Map<number, string>();
  private readonly layouts = new Map<string, Promise<FolderLayout>>();

  /** `path` is the file in which chosen folders are remembered. */
  constructor(path: string) {
    this.folders = new SourceFolders(path);
  }

  /** Looks into a folder for the sources of a profile while that is open; nothing is remembered of it. */
  async attach(profile: number, folder: string): Promise<void> {
    const real = await realpath(folder).catch(() => null);
    if (real !== null) this.own.set(profile, real);
  }

  /** A profile is closed. */
  forgetProfile(profile: number): void {
    this.own.delete(profile);
    this.rootOf.delete(profile);
  }

  /** Takes a folder that the user named for the sources of a profile. Rejects with a sentence. */
  async choose(named: string, { profile, role }: Profiled): Promise<ChosenFolder> {
    const path = await chosenFolder(named);
    this.layouts.delete(path);
    const layout = await this.layout(path);
    const modules = layout.modules.map(({ modulePath }) => modulePath);
    const isForAll = layout.isModuleCache || modules.includes('std');
    await this.folders.add({ path, modules, role: isForAll ? 'any' : role });
    if (!isForAll) this.forgetProfile(profile);
    return { kind: 'chosen', folder: shownPath(path), modules };
  }

  /** Looks no more into a folder, which is given as people see it. */
  async forget(folder: string): Promise<void> {
    await this.folders.forget(folder);
  }

  /** Reads the source file of a profile. */
  async read(sought: SoughtSource): Promise<SourceAnswer> {
    const paths = await this.pathsFor(sought);
    const folders = paths.map(shownPath);
    if (isCompilerMade(sought.file)) {
      return refused('The compiler made this function: there is no source of it to read.');
    }
    const located = await this.locate(sought, paths);
    if ('leadingOut' in located) {
      return { kind: 'missing', reason: whyNotThere(sought, folders, located), folders };
    }
    const file = this.meant(sought, located);
    const read = await readSourceText(file.realPath);
    if ('refusal' in read) return refused(`${shownPath(file.realPath)} ${read.refusal}`);
    const others = located.filter((one) => one !== file);
    const isOwn = file.folder === this.own.get(sought.profile);
    return {
      kind: 'found',
      text: read.text,
      modifiedMillis: isOwn ? null : read.modifiedMillis,
      folder: isOwn ? null : shownPath(file.folder),
      path: shownPath(file.realPath),
      mapping: mappingOf(sought.file, file),
      roots: [file, ...others].map(({ root }) => shownPath(root)),
      remark: file.doubt,
    };
  }

  /** The real path of a profile's file, for another program to open; null where it is not there. */
  async find(sought: SoughtSource): Promise<string | null> {
    const located = await this.locate(sought, await this.pathsFor(sought));
    return 'leadingOut' in located ? null : this.meant(sought, located).realPath;
  }

  private async locate(sought: SoughtSource, paths: readonly string[]): Promise<Located> {
    const folders = paths.map(
      async (path): Promise<SearchedFolder> => ({ path, layout: await this.layout(path) }),
    );
    return await locateFile(sought, await Promise.all(folders));
  }

  /** The file of the root that the user said is meant; else the first one. */
  private meant(
    { profile, root }: SoughtSource,
    files: readonly [LocatedFile, ...LocatedFile[]],
  ): LocatedFile {
    const named = files.find((file) => shownPath(file.root) === root);
    if (named !== undefined) this.rootOf.set(profile, named.root);
    return files.find((file) => file.root === this.rootOf.get(profile)) ?? files[0];
  }

  private async pathsFor({ profile, role }: Profiled): Promise<string[]> {
    const own = this.own.get(profile);
    const remembered = (await this.folders.forRole(role)).map(({ path }) => path);
    return [...new Set(own === undefined ? remembered : [own, ...remembered])];
  }

  private layout(folder: string): Promise<FolderLayout> {
    const layout = this.layouts.get(folder) ?? layoutOf(folder);
    this.layouts.set(folder, layout);
    return layout;
  }
}

const refused = (reason: string) => ({ kind: 'refused', reason }) as const;

/** A sentence on why a file was not found; '' where there is no folder to look into. */
function whyNotThere(
  { file, packagePath }: SoughtSource,
  folders: readonly string[],
  { leadingOut }: Extract<Located, { leadingOut: unknown }>,
): string {
  if (leadingOut !== null) {
    return `In ${shownPath(leadingOut.folder)}, a link leads out of the folder to ${shownPath(leadingOut.to)}, and only chosen folders are read. Choose the folder that it leads to.`;
  }
  if (pathElements(file) === null) return 'The profile’s path of the file is none to look for.';
  if (folders.length === 0) return '';
  const where = folders.length === 1 ? folders[0] : `any of ${folders.join(', ')}`;
  return packagePath === '' || packagePath === 'main'
    ? `No file in ${where} agrees with its path.`
    : `No module in ${where} has package ${packagePath} with such a file.`;
}

/** What the profile's paths begin with, and the folder that is read instead. */
function mappingOf(file: string, { rest, root, realPath }: LocatedFile) {
  const slashed = file.replaceAll('\\', '/');
  return slashed === rest || slashed.endsWith(`/${rest}`)
    ? { from: slashed.slice(0, slashed.length - rest.length), to: shownPath(root) + sep }
    : { from: file, to: shownPath(realPath) };
}
