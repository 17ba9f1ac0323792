import { escapedElement, packageWithin, pathElements } from './source-path.ts';

/** What a chosen folder holds. Paths within it have slashes and do not begin with one; '' is the folder itself. */
export interface FolderLayout {
  /** Its last element. */
  readonly name: string;
  readonly modules: readonly ModulePlace[];
  /** Whether it is a module cache: the folder `pkg/mod`. */
  readonly isModuleCache: boolean;
}

/** A Go module, by its go.mod. */
export interface ModulePlace {
  readonly modulePath: string;
  readonly folder: string;
}

/** What is looked for, in a profile's words. */
export interface SoughtFile {
  readonly file: string;
  /** Import path of a function in it; '' when unknown. */
  readonly packagePath: string;
}

/** Where a file may be beneath a chosen folder. */
export interface Candidate {
  /** The folder that stands for the one that the profile's paths begin with. */
  readonly root: string;
  /** The file beneath the root. */
  readonly rest: string;
  /** Lower is likelier; those of one rank are equally likely. */
  readonly rank: number;
  /** A sentence on what is not certain; '' for nothing. */
  readonly doubt: string;
}

/**
 * Where a profile's file may be beneath a chosen folder, likeliest first. Nothing is looked up: whoever does finds the
 * first that is there.
 *
 * Paths in profiles are those of the machine that built the program, or with `-trimpath` begin with the module's path
 * and version. What the two have in common with the files here is the package's folder within its module, so that a
 * module's go.mod and the function's package path say where the file is, whatever stands before. Package `main`
 * says nothing of its path: there the longest end of the profile's path that is here decides.
 */
export function candidatesIn(sought: SoughtFile, layout: FolderLayout): Candidate[] {
  const elements = pathElements(sought.file);
  if (elements === null) return [];
  // It becomes a part of paths as well, and says nothing where no folder could be called so.
  const packagePath = pathElements(sought.packagePath) === null ? '' : sought.packagePath;
  const inModules = layout.modules.flatMap((module) => [
    ...byPackage(packagePath, elements, module),
    ...byModulePath(elements, module),
    ...inVendor(packagePath, elements, module),
  ]);
  const found = [...inModules, ...(layout.isModuleCache ? inCache(elements) : [])];
  return sortedOnce([...found, ...byEnd(packagePath, elements, layout)]);
}

/** The package's folder within its module; a test's package of its own, `x_test`, is in the folder of `x`. */
function byPackage(
  packagePath: string,
  elements: readonly string[],
  { modulePath, folder }: ModulePlace,
): Candidate[] {
  const inModule = packageWithin(packagePath, modulePath);
  if (inModule === null || packagePath === 'main') return [];
  const name = elements.at(-1) ?? '';
  return [inModule, inModule.replace(/_test$/, '')].map((within) => {
    const isEnd = endsWith(elements.slice(0, -1), split(within));
    return {
      root: folder,
      rest: join(within, name),
      // More of the module's path is more specific; a line directive may name any other folder.
      rank: (isEnd ? 0 : 300) + 100 - Math.min(99, split(modulePath).length),
      doubt: versionDoubt(elements),
    };
  });
}

/** What `-trimpath` leaves: the module's path, of a dependency with its version, and the file within. */
function byModulePath(
  elements: readonly string[],
  { modulePath, folder }: ModulePlace,
): Candidate[] {
  const module = split(modulePath);
  const [last = ''] = module.slice(-1);
  const { length } = module;
  const head = elements.slice(0, length - 1);
  const [own = ''] = elements.slice(length - 1, length);
  const at = own.indexOf('@');
  const isModule = equal(head, module.slice(0, -1)) && (at < 0 ? own : own.slice(0, at)) === last;
  if (!isModule || elements.length === length) return [];
  const rest = elements.slice(length).join('/');
  return [{ root: folder, rest, rank: 0, doubt: versionDoubt(elements) }];
}

/** Paths of dependencies name their version; the folder of a module does not. */
function versionDoubt(elements: readonly string[]): string {
  const versioned = elements.find((element) => element.lastIndexOf('@') > 0) ?? '';
  const version = versioned.slice(versioned.lastIndexOf('@') + 1);
  return version === ''
    ? ''
    : `The profile is of version ${version} of the module; the folder does not say which it holds.`;
}

/** Copies of dependencies in the module's folder `vendor`. */
function inVendor(
  packagePath: string,
  elements: readonly string[],
  { modulePath, folder }: ModulePlace,
): Candidate[] {
  if (modulePath === 'std' && !packagePath.startsWith('vendor/')) return [];
  const at = elements.lastIndexOf('vendor');
  const rests = at < 0 ? [] : [elements.slice(at).join('/')];
  const isForeign = packagePath !== 'main' && packageWithin(packagePath, modulePath) === null;
  if (isForeign && packagePath.includes('/')) {
    rests.push(join(join('vendor', packagePath), elements.at(-1) ?? ''));
  }
  return rests.map((rest) => ({ root: folder, rest, rank: 200, doubt: '' }));
}

/** The module cache has `module@version/file` with capitals escaped; so have builds without `-trimpath`. */
function inCache(elements: readonly string[]): Candidate[] {
  const version = elements.findIndex((element) => element.lastIndexOf('@') > 0);
  if (version < 0) return [];
  const mod = elements.findIndex((element, at) => element === 'mod' && elements[at - 1] === 'pkg');
  const start = mod >= 0 && mod < version ? mod + 1 : 0;
  const module = elements.slice(start, version + 1).map(escapedElement);
  const rest = [...module, ...elements.slice(version + 1)].join('/');
  return [{ root: '', rest, rank: 0, doubt: '' }];
}

/**
 * Longer ends of the path first. Where the package's path is known and the folder has modules, their go.mod files have
 * the say instead.
 */
function byEnd(
  packagePath: string,
  elements: readonly string[],
  { name, modules }: FolderLayout,
): Candidate[] {
  const isMain = ['', 'main', 'main_test'].includes(packagePath);
  if (modules.length > 0 && !isMain) return [];
  const roots =
    modules.length > 0
      ? modules.map(({ folder, modulePath }) => ({
          root: folder,
          names: [modulePath, folder === '' ? name : folder].map((path) => split(path).at(-1)),
        }))
      : [{ root: '', names: [name] }];
  return roots.flatMap(({ root, names }) =>
    elements.map((_, start) => {
      const length = elements.length - start;
      const isNamed = names.includes(elements[start - 1]);
      const rest = elements.slice(start).join('/');
      // A whole path, or one that stands behind the name of the folder, is no coincidence.
      const isSure = isNamed || start === 0;
      return {
        root,
        rest,
        rank: (isSure ? 500 : 1_000) + MAX_LENGTH - Math.min(MAX_LENGTH, length),
        doubt: isSure ? '' : `Only the end of the profile’s path agrees: ${rest}.`,
      };
    }),
  );
}

/** Longer paths than these are all alike. */
const MAX_LENGTH = 400;

function sortedOnce(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return [...candidates]
    .sort((a, b) => a.rank - b.rank)
    .filter(({ root, rest }) => {
      const path = join(root, rest);
      if (seen.has(path)) return false;
      seen.add(path);
      return true;
    });
}

const split = (path: string) => path.split('/').filter((element) => element !== '');

const join = (folder: string, rest: string) => (folder === '' ? rest : `${folder}/${rest}`);

const equal = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((element, at) => element === other[at]);

const endsWith = (path: readonly string[], end: readonly string[]) =>
  end.length <= path.length && equal(path.slice(path.length - end.length), end);
