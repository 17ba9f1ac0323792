import { rmSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ExportPiece } from '../bridge/export-api.ts';
import { AsideFile } from './aside-file.ts';
import { asideOf, type FileSystem, placeOf, sayingWhich } from './file-place.ts';

interface SaveOptions {
  /**
   * Asked before anything changes whether files that are there already may be replaced, by their names;
   * with no, nothing is saved. It may also throw what the saving is to reject with.
   */
  readonly mayReplace: (names: readonly string[]) => boolean | Promise<boolean>;
  readonly files?: FileSystem;
}

/**
 * Saves the files of an export beside one another, all of them whole or none at all: each is written aside
 * into the same folder, and takes its name when all are on the disk. The first one is saved as `target`.
 * The result is false when they may not replace what is there. Rejects with WriteFault where they cannot be
 * written, and with whatever the pieces fail with; nothing is left of them then, and what was there is as it was.
 */
export async function saveFiles(
  target: string,
  pieces: AsyncIterable<ExportPiece> | Iterable<ExportPiece>,
  { mayReplace, files = nodeFiles }: SaveOptions,
): Promise<boolean> {
  const leftovers = new Leftovers();
  try {
    const asides = await writeAside(target, pieces, leftovers, files);
    const occupied = asides.filter(({ place }) => place.mode !== null);
    if (occupied.length > 0) {
      const mayAll = await mayReplace(occupied.map(({ place }) => place.name));
      if (!mayAll) return false;
    }
    await takePlaces(asides, leftovers, files);
    return true;
  } finally {
    await leftovers.remove(files);
  }
}

/** Files to remove whatever happens, even if the program ends meanwhile. */
class Leftovers {
  private readonly paths: string[] = [];
  private readonly removeAtExit = () => {
    for (const path of this.paths) rmSync(path, { force: true });
  };

  constructor() {
    process.on('exit', this.removeAtExit);
  }

  add(path: string): void {
    this.paths.push(path);
  }

  async remove(files: FileSystem): Promise<void> {
    process.off('exit', this.removeAtExit);
    for (const path of this.paths) await files.rm(path, { force: true }).catch(() => {});
  }
}

async function writeAside(
  target: string,
  pieces: AsyncIterable<ExportPiece> | Iterable<ExportPiece>,
  leftovers: Leftovers,
  files: FileSystem,
): Promise<AsideFile[]> {
  const written: AsideFile[] = [];
  let name = '';
  try {
    for await (const { file, bytes } of pieces) {
      if (written.length === 0 || file !== name) {
        await written.at(-1)?.finish();
        name = checkedName(file);
        const path = written.length === 0 ? target : join(dirname(target), name);
        const aside = await AsideFile.create(await placeOf(path, files), files);
        leftovers.add(aside.path);
        written.push(aside);
      }
      await written.at(-1)?.write(bytes);
    }
    await written.at(-1)?.finish();
  } catch (thrown) {
    await written.at(-1)?.abandon();
    throw thrown;
  }
  if (written.length === 0) throw new Error('Nothing was made: there is nothing to save.');
  return written;
}

/** Gives each file its name. Where that fails with one, the places of those before it are as they were. */
async function takePlaces(
  asides: readonly AsideFile[],
  leftovers: Leftovers,
  files: FileSystem,
): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { path, place } of asides) {
      await sayingWhich(place.name, async () => {
        if (place.mode === null) {
          await files.rename(path, place.path);
          undo.push(() => files.rm(place.path, { force: true }));
          return;
        }
        // The last one takes its place or does not, and nothing after it can go wrong.
        if (path !== asides.at(-1)?.path) {
          const kept = asideOf(place);
          leftovers.add(kept);
          await files.copyFile(place.path, kept);
          undo.push(() => files.rename(kept, place.path));
        }
        await files.rename(path, place.path);
      });
    }
  } catch (thrown) {
    for (const takeBack of undo.reverse()) await takeBack().catch(() => {});
    throw thrown;
  }
}

function checkedName(file: string): string {
  if (file === '' || basename(file) !== file) throw new Error(`“${file}” is no name of a file.`);
  return file;
}
