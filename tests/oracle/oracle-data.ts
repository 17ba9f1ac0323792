import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Profile } from '../../src/core/profile/profile.ts';
import { readProfile } from '../../src/engine/read-profile.ts';

/*
 * Profiles with the answers that `go tool pprof` gave on them. They lie beside the project, not in it;
 * their README.md says with which options pprof was asked.
 */

/** The folder that holds them. */
export const dataFolder = join(import.meta.dirname, '../../../shared/data');
const oracleFolder = join(dataFolder, 'oracle');

/** Whether the data is here. Suites that need it are skipped by name where it is not. */
export const hasOracle = existsSync(join(oracleFolder, 'STATUS.tsv'));

/** A profile, and whether pprof could read it. */
interface OracleProfile {
  /** Relative to the data folder. */
  readonly path: string;
  readonly isAccepted: boolean;
}

/** One answer of pprof about a profile. */
export interface OracleOutput {
  /** `top`, `top-lines`, `raw` … */
  readonly report: string;
  /** Name of the sample type; '' for reports about all of them. */
  readonly sampleType: string;
  readonly read: () => string;
}

/** All profiles of the collection. */
export function oracleProfiles(): OracleProfile[] {
  return readFileSync(join(oracleFolder, 'STATUS.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [path = '', status = ''] = line.split('\t');
      return { path, isAccepted: status === 'ok' };
    });
}

/** Formats older than profile.proto, which pprof converts and this version does not read. */
export const legacyFormats: ReadonlySet<string> = new Set([
  'corpus/google+pprof/fuzz/corpus/go.crc32.cpu.pb',
  'corpus/google+pprof/fuzz/corpus/gobench.cpu.pb',
  'corpus/google+pprof/internal/driver/testdata/cppbench.cpu',
  'corpus/google+pprof/profile/testdata/cppbench.thread.all',
  'corpus/google+pprof/profile/testdata/java.contention',
]);

/** Texts whose comments name the functions, which pprof passes over: to it all of them are unknown. */
export const namedInComments: ReadonlySet<string> = new Set([
  'seed-story/after/heap.debug1.txt',
  'seed-story/before/heap.debug1.txt',
]);

/** Texts, which the independent walk of protobuf could count nothing of. */
export const textProfiles: ReadonlySet<string> = new Set([
  ...namedInComments,
  'corpus/google+pprof/profile/testdata/cppbench.heap',
  'corpus/google+pprof/profile/testdata/gobench.heap',
]);

/** Opens a profile as the application does. */
export function readOracleProfile(path: string): Promise<Profile> {
  const bytes = readFileSync(join(dataFolder, path));
  return readProfile({ name: basename(path), path, bytes }, () => {});
}

/** One answer of pprof by its path, such as those about pairs of profiles. */
export function oracleFile(path: string): string {
  return readFileSync(join(oracleFolder, path), 'utf8');
}

/** pprof's answers about a profile. */
export function oracleOutputs(path: string): OracleOutput[] {
  const folder = join(oracleFolder, dirname(path));
  const prefix = `${basename(path)}.`;
  return filesIn(folder).flatMap((file) => {
    if (!file.startsWith(prefix) || !file.endsWith('.txt')) return [];
    const match = /^(top(?:-\w+)?|raw|tags|tree|peek|traces)(?:\.(.*))?\.txt$/.exec(
      file.slice(prefix.length),
    );
    if (match === null) return [];
    const [, report = '', sampleType = ''] = match;
    return [{ report, sampleType, read: () => readFileSync(join(folder, file), 'utf8') }];
  });
}

const folders = new Map<string, string[]>();

function filesIn(folder: string): string[] {
  const known = folders.get(folder);
  if (known !== undefined) return known;
  const files = existsSync(folder) ? readdirSync(folder) : [];
  folders.set(folder, files);
  return files;
}
