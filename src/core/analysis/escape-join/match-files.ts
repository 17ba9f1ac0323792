import type { FileTable } from '../../evidence/escape/diagnostics.ts';
import { cleanPath } from '../../text/path.ts';
import { canonicalPath } from '../comparison/canonical-path.ts';
import type { FileMatches } from './escape-join.ts';

/** A file of the profile with lines that allocate. */
export interface ProfileFile {
  readonly path: string;
  /** Import path of the functions in it; '' unknown, or of a program, whose package is called main. */
  readonly packagePath: string;
}

/** What decides where paths do not: whether the diagnostics have files, and what of the profile is in them. */
export interface FileEvidence {
  /** Whether the compiler said anything of a file of the diagnostics. */
  readonly speaksOf: (file: number) => boolean;
  /** On how many of the lines that allocate in a file of the profile a file of the diagnostics says so. */
  readonly sharedLines: (profileFile: number, file: number) => number;
}

/**
 * Finds each file of a profile among those of the diagnostics. Builds name them differently: relative to a folder,
 * beneath the root of a build, beneath the import path (-trimpath), in the module cache with a version. So they
 * are compared by their last elements; the import paths of both sides decide between files that end alike, then
 * the lines that both have. A file of the diagnostics is one file: others that merely end like it lose it.
 */
export function matchFiles(
  profileFiles: readonly ProfileFile[],
  files: FileTable,
  evidence: FileEvidence,
): FileMatches {
  const matching = new Matching(profileFiles, files, evidence);
  matching.chooseFiles();
  matching.settleClaims();
  return {
    path: profileFiles.map(({ path }) => path),
    file: matching.file,
    agreeing: matching.agreeing,
    isResolved: matching.isResolved,
    isAmbiguous: matching.isAmbiguous,
  };
}

/** How well two files fit: what is larger fits better; 0 not at all. */
interface Fit {
  readonly file: number;
  readonly agreeing: number;
  /** 2: the import paths are the same. 1: one is the end of the other. 0: they part at some folder. */
  readonly closeness: number;
}

class Matching {
  readonly file: Int32Array;
  readonly agreeing: Int32Array;
  readonly isResolved: Uint8Array;
  readonly isAmbiguous: Uint8Array;
  private readonly closeness: Int32Array;
  private readonly profileFiles: readonly ProfileFile[];
  private readonly files: FileTable;
  private readonly evidence: FileEvidence;
  private readonly profilePaths: readonly (readonly string[])[];
  private readonly paths: readonly (readonly string[])[];

  constructor(profileFiles: readonly ProfileFile[], files: FileTable, evidence: FileEvidence) {
    const { length } = profileFiles;
    this.file = new Int32Array(length).fill(-1);
    this.agreeing = new Int32Array(length);
    this.closeness = new Int32Array(length);
    this.isResolved = new Uint8Array(length);
    this.isAmbiguous = new Uint8Array(length);
    this.profileFiles = profileFiles;
    this.files = files;
    this.evidence = evidence;
    this.profilePaths = profileFiles.map(({ path }) => elementsFromEnd(path));
    this.paths = files.path.map(elementsFromEnd);
  }

  /** Gives each file of the profile the file of the diagnostics that fits best. */
  chooseFiles(): void {
    const byName = new Map<string, number[]>();
    this.paths.forEach(([name = ''], file) => {
      const alike = byName.get(name);
      if (alike === undefined) byName.set(name, [file]);
      else alike.push(file);
    });
    for (let row = 0; row < this.profileFiles.length; row++) {
      const [name = ''] = this.profilePaths[row];
      const fits = (byName.get(name) ?? [])
        .map((file) => this.fitOf(row, file))
        .filter((fit) => fit !== null)
        .sort(byFit);
      if (fits.length > 0) this.choose(row, fits);
    }
  }

  private choose(row: number, fits: readonly Fit[]): void {
    const [best] = fits;
    const equal = fits.filter((fit) => byFit(fit, best) === 0);
    const chosen =
      equal.length === 1 ? best : decided(equal, (fit) => this.evidence.sharedLines(row, fit.file));
    if (chosen === null) {
      this.isAmbiguous[row] = 1;
      return;
    }
    this.file[row] = chosen.file;
    this.agreeing[row] = chosen.agreeing;
    this.closeness[row] = chosen.closeness;
    const others = fits.filter((fit) => fit !== chosen && fit.agreeing >= chosen.agreeing);
    this.isResolved[row] = others.length > 0 ? 1 : 0;
  }

  /** How well a file of the profile fits one of the diagnostics of the same name; null when it does not. */
  private fitOf(row: number, file: number): Fit | null {
    const profilePath = this.profilePaths[row];
    const { packagePath } = this.profileFiles[row];
    const own = this.files.packagePath[file];
    const path = this.paths[file];
    const imported = own === '' ? [] : [path[0], ...elementsFromEnd(own)];
    const agreeing = Math.max(agreement(profilePath, path), agreement(profilePath, imported));
    if (own !== '' && own === packagePath) return { file, agreeing, closeness: 2 };
    const isWhole = isEnd(profilePath, path) || isEnd(profilePath, imported);
    // A file that is named without a folder fits any of its name, but not one of another package.
    if (agreeing === 1 && (!isWhole || (own !== '' && packagePath !== ''))) return null;
    return { file, agreeing, closeness: isWhole ? 1 : 0 };
  }

  /** Leaves each file of the diagnostics to the files of the profile that fit it best. */
  settleClaims(): void {
    const claims = new Map<number, number[]>();
    this.file.forEach((file, row) => {
      if (file < 0) return;
      const rows = claims.get(file);
      if (rows === undefined) claims.set(file, [row]);
      else rows.push(row);
    });
    for (const rows of claims.values()) if (rows.length > 1) this.settle(rows);
  }

  private settle(rows: readonly number[]): void {
    const rank = (row: number) => this.closeness[row] * 1e6 + this.agreeing[row];
    const highest = Math.max(...rows.map(rank));
    const best = rows.filter((row) => rank(row) === highest);
    for (const row of rows) if (rank(row) < highest) this.lose(row);
    // The same file beneath two roots, as in a profile of two builds, is not two files.
    if (new Set(best.map((row) => this.profileFiles[row].packagePath)).size === 1) return;
    const chosen = decided(best, (row) => this.evidence.sharedLines(row, this.file[row]));
    for (const row of best) {
      if (row === chosen) this.isResolved[row] = 1;
      else {
        this.lose(row);
        if (chosen === null) this.isAmbiguous[row] = 1;
      }
    }
  }

  private lose(row: number): void {
    this.file[row] = -1;
    this.agreeing[row] = 0;
    this.isResolved[row] = 0;
  }
}

const byFit = (a: Fit, b: Fit) => b.closeness - a.closeness || b.agreeing - a.agreeing;

/** The candidate that more speaks for than for any other; null where none stands out. */
function decided<T>(candidates: readonly T[], weight: (candidate: T) => number): T | null {
  const weights = candidates.map(weight);
  const highest = Math.max(...weights);
  const first = weights.indexOf(highest);
  return highest > 0 && weights.lastIndexOf(highest) === first ? candidates[first] : null;
}

/**
 * The elements of a path from its last to its first, without its root or drive, and without what the module cache
 * makes of them.
 */
function elementsFromEnd(path: string): string[] {
  const slashed = path.replaceAll('\\', '/').replace(/^[A-Za-z]:/, '');
  return canonicalPath(cleanPath(slashed))
    .split('/')
    .filter((element) => element !== '' && element !== '..')
    .reverse();
}

/** How many elements agree from the end. */
function agreement(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a[count] === b[count]) count++;
  return count;
}

/** Whether one path is the end of the other. */
function isEnd(a: readonly string[], b: readonly string[]): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter > 0 && agreement(a, b) === shorter;
}
