import { randomBytes } from 'node:crypto';
import * as nodeFiles from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { explainedWrite, writeFault } from './write-fault.ts';

/** What is needed of a file system to save files, as node:fs/promises has it. */
export type FileSystem = Pick<
  typeof nodeFiles,
  'access' | 'copyFile' | 'open' | 'realpath' | 'rename' | 'rm' | 'stat'
>;

/** Where a file is to be saved. */
export interface FilePlace {
  /** Name to show. */
  readonly name: string;
  /** Where a link of that name leads to. */
  readonly path: string;
  /** Permissions of the file that is there; null where there is none. */
  readonly mode: number | null;
}

/** Looks at a place. Rejects with WriteFault where there is something that no file may replace. */
export async function placeOf(target: string, files: FileSystem = nodeFiles): Promise<FilePlace> {
  const name = basename(target);
  return await sayingWhich(name, async () => {
    const path = await files.realpath(target).catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ENOENT') return null;
      throw thrown;
    });
    if (path === null) return { name, path: target, mode: null };
    const stats = await files.stat(path);
    if (stats.isDirectory()) {
      throw writeFault(name, 'There is a folder of that name: choose another name.');
    }
    if (!stats.isFile()) {
      throw writeFault(
        name,
        'It is a pipe or a device, which no file may replace: choose another.',
      );
    }
    await files.access(path, nodeFiles.constants.W_OK).catch((thrown: unknown) => {
      const reason = 'There is a write-protected file of that name: choose another name.';
      throw writeFault(name, reason, thrown);
    });
    return { name, path, mode: stats.mode & 0o777 };
  });
}

/** Rejects with WriteFault, before anything is made, where nothing could be saved at a path. */
export async function refuseUnwritable(target: string): Promise<FilePlace> {
  const place = await placeOf(target);
  await sayingWhich(place.name, () =>
    nodeFiles.access(dirname(place.path), nodeFiles.constants.W_OK),
  );
  return place;
}

/** A name beside a place that is free. It is short: that of the place may be as long as the disk takes. */
export function asideOf({ path }: FilePlace): string {
  return join(dirname(path), `.allocscope-${randomBytes(6).toString('hex')}.tmp`);
}

/** Does something about a file; what the system throws then becomes a WriteFault that names it. */
export async function sayingWhich<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw explainedWrite(name, thrown);
  }
}
