import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { RecentFile } from '../bridge/host.ts';
import { JsonFile } from './json-file.ts';
import { isFiniteNumber, isObject, isRecord, isText } from './shapes.ts';

const MAX_FILES = 12;

interface Entry {
  readonly id: string;
  readonly path: string;
  readonly openedMillis: number;
}

const isEntry = isObject({
  id: isText(100),
  path: isText(100_000),
  openedMillis: isFiniteNumber,
});

/** The files that were opened last, newest first, remembered on disk. The page knows them by id only. */
export class RecentFiles {
  private readonly file: JsonFile;
  private entries: Promise<readonly Entry[]> | null = null;

  constructor(path: string) {
    this.file = new JsonFile(path);
  }

  async list(): Promise<RecentFile[]> {
    return (await this.read()).map(({ id, path, openedMillis }) => ({
      id,
      name: basename(path),
      folder: dirname(path),
      openedMillis,
    }));
  }

  /** The path of an entry; null when there is none of that id. */
  async path(id: string): Promise<string | null> {
    return (await this.read()).find((entry) => entry.id === id)?.path ?? null;
  }

  /** Puts a file first, by its absolute path. */
  async add(path: string): Promise<void> {
    await this.change((entries) => {
      const known = entries.find((entry) => entry.path === path);
      const id = known?.id ?? randomBytes(12).toString('hex');
      const others = entries.filter((entry) => entry !== known);
      return [{ id, path, openedMillis: Date.now() }, ...others].slice(0, MAX_FILES);
    });
  }

  async clear(): Promise<void> {
    await this.change(() => []);
  }

  private async change(edit: (entries: readonly Entry[]) => readonly Entry[]): Promise<void> {
    const edited = this.read().then(edit);
    this.entries = edited;
    await this.file.write({ files: await edited });
  }

  private read(): Promise<readonly Entry[]> {
    this.entries ??= this.file.read().then((value) => {
      const files = isRecord(value) && Array.isArray(value['files']) ? value['files'] : [];
      return files.filter(isEntry).slice(0, MAX_FILES);
    });
    return this.entries;
  }
}
