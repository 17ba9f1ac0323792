import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { ExportPiece } from '../bridge/export-api.ts';
import { saveFiles } from './save-files.ts';
import type { TempFolder } from './temp-folder.ts';

/** An export that waits to be downloaded. */
export interface Download {
  readonly name: string;
  readonly path: string;
}

/** How many wait to be fetched: older ones are forgotten. */
const MOST_WAITING = 8;

/** What an archive gains nothing from compressing again. */
const COMPRESSED = /\.(?:png|gz|zip)$/;

/** Exports for a browser to download, each of them once. */
export class Downloads {
  private readonly folder: TempFolder;
  private readonly waiting = new Map<string, Download>();

  constructor(folder: TempFolder) {
    this.folder = folder;
  }

  /** Takes an export in, several files as one archive; the result is the id to fetch it by. */
  async add(name: string, pieces: AsyncIterable<ExportPiece>): Promise<string> {
    const folder = await this.folder.subfolder();
    const names = new Set<string>();
    try {
      await saveFiles(join(folder, name), named(pieces, names), { mayReplace: () => true });
      const download =
        names.size > 1 ? await archived(folder, [...names]) : { name, path: join(folder, name) };
      const id = randomBytes(16).toString('hex');
      this.waiting.set(id, download);
      const [oldest] = this.waiting.keys();
      if (this.waiting.size > MOST_WAITING && oldest !== undefined) await this.forget(oldest);
      return id;
    } catch (thrown) {
      await rm(folder, { recursive: true, force: true });
      throw thrown;
    }
  }

  get(id: string): Download | null {
    return this.waiting.get(id) ?? null;
  }

  /** It has been fetched. */
  async forget(id: string): Promise<void> {
    const download = this.waiting.get(id);
    this.waiting.delete(id);
    if (download !== undefined) {
      await rm(dirname(download.path), { recursive: true, force: true });
    }
  }
}

async function* named(
  pieces: AsyncIterable<ExportPiece>,
  names: Set<string>,
): AsyncGenerator<ExportPiece> {
  for await (const piece of pieces) {
    names.add(piece.file);
    yield piece;
  }
}

/** Files of a folder as one archive beside them, which has the name of the first. */
async function archived(folder: string, names: readonly string[]): Promise<Download> {
  const files: Zippable = {};
  for (const name of names) {
    files[name] = [await readFile(join(folder, name)), { level: COMPRESSED.test(name) ? 0 : 6 }];
  }
  const path = join(folder, `${basename(names[0] ?? '').replace(/\.[^.]*$/, '')}.zip`);
  await writeFile(path, zipSync(files));
  return { name: basename(path), path };
}
