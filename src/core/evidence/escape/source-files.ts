import type { FileTable } from './diagnostics.ts';

/** The files of the diagnostics while they come. */
export class SourceFiles {
  private readonly path: string[] = [];
  private readonly packagePath: string[] = [];
  private readonly rows = new Map<string, number>();
  private package_ = '';
  /** Rows of paths as printed, for the package that is being compiled. */
  private known = new Map<string, number>();

  /** The package that is being compiled from here on, as the go command names it. */
  enterPackage(name: string): void {
    const packagePath = plainPackage(name);
    if (packagePath === this.package_) return;
    this.package_ = packagePath;
    this.known = new Map();
  }

  /** Row of a file by its path as printed. */
  row(printed: string): number {
    const known = this.known.get(printed);
    if (known !== undefined) return known;
    const path = printed.replace(/^\.[/\\]/, '');
    const row = this.rowIn(this.packageOf(path), path);
    this.known.set(printed, row);
    return row;
  }

  /** Row of a path without a `./` of a package; '' when that is not known. */
  rowIn(packagePath: string, path: string): number {
    // Packages built one after the other may each have a main.go in their own folder.
    const key = /[/\\]/.test(path) ? path : `${packagePath}\0${path}`;
    const row = this.rows.get(key) ?? this.path.length;
    if (row === this.path.length) {
      this.path.push(path);
      this.packagePath.push(packagePath);
      this.rows.set(key, row);
    } else if (this.packagePath[row] === '') {
      this.packagePath[row] = packagePath;
    }
    return row;
  }

  /**
   * The package of a path: the one being compiled, unless the path is in another folder than a package of that
   * name would be. Bodies of generic functions are compiled where they are used.
   */
  private packageOf(path: string): string {
    if (!isRelative(path)) return '';
    const [, folder] = path.split(/[/\\]/).reverse();
    return folder === undefined || folder === this.package_.split('/').at(-1) ? this.package_ : '';
  }

  finish(): FileTable {
    return { length: this.path.length, path: this.path, packagePath: this.packagePath };
  }
}

function isRelative(path: string): boolean {
  return !/^(?:[/\\]|[A-Za-z]:[/\\]|<)/.test(path);
}

/**
 * The import path of a package that the go command names: `p`, `p [p.test]` compiled for its tests, and
 * `p_test [p.test]`, tests that stand in its folder.
 */
function plainPackage(name: string): string {
  // What `go build x.go` calls a package that is no import path.
  if (name === 'command-line-arguments') return '';
  const at = name.indexOf(' [');
  if (at < 0) return name;
  const path = name.slice(0, at);
  const tested = name.slice(at + ' ['.length).replace(/\.test\]$/, '');
  return path === `${tested}_test` ? tested : path;
}
