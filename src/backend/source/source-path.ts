/**
 * The elements of a path that a profile has for a source file, without root and drive: `C:\src\a.go` and `/src/a.go`
 * are `src`, `a.go`. Null for what is no path to look for: empty, too long, leading upwards, or with
 * characters that no name of a file has.
 */
export function pathElements(file: string): readonly string[] | null {
  if (file.length > MAX_PATH || file.includes('\0')) return null;
  const slashed = /^[A-Za-z]:\\/.test(file) ? file.replaceAll('\\', '/') : file;
  const elements = slashed
    .replace(/^[A-Za-z]:\//, '')
    .split('/')
    .filter((element) => element !== '' && element !== '.');
  return elements.length > 0 && elements.every(isName) ? elements : null;
}

const MAX_PATH = 4096;

/** What stands between slashes; neither a way up nor, on Windows, another drive, folder or stream. */
function isName(element: string): boolean {
  return element !== '..' && !/[\\:]/.test(element);
}

/** Whether a file was made while compiling, so that there is nothing to read. */
export function isCompilerMade(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.startsWith('<') || /^_(?:cgo_gotypes|testmain)\.go$|\.cgo1\.go$/.test(name);
}

/**
 * An element of a path as the module cache writes it, which has `!b` for `B`
 * (https://go.dev/ref/mod#module-cache).
 */
export function escapedElement(element: string): string {
  return element.replace(/[A-Z]/g, (capital) => `!${capital.toLowerCase()}`);
}

/**
 * The folder of a package within a module, '' for the module's own; null where it is of another one. Module `std` has
 * the packages of Go itself, whose paths do not name it.
 */
export function packageWithin(packagePath: string, modulePath: string): string | null {
  if (modulePath === 'std') return /^[^/.]+(?:\/|$)/.test(packagePath) ? packagePath : null;
  if (packagePath === modulePath) return '';
  return packagePath.startsWith(`${modulePath}/`) ? packagePath.slice(modulePath.length + 1) : null;
}
