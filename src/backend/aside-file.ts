import type { FileHandle } from 'node:fs/promises';
import { asideOf, type FilePlace, type FileSystem, sayingWhich } from './file-place.ts';

/** A file that is written beside its place, to take it when all of it is on the disk. */
export class AsideFile {
  readonly place: FilePlace;
  readonly path: string;
  private readonly handle: FileHandle;

  private constructor(place: FilePlace, path: string, handle: FileHandle) {
    this.place = place;
    this.path = path;
    this.handle = handle;
  }

  /** Begins a file. Rejects with WriteFault, as its methods do. */
  static async create(place: FilePlace, files: FileSystem): Promise<AsideFile> {
    const path = asideOf(place);
    return await sayingWhich(place.name, async () => {
      const handle = await files.open(path, 'wx', place.mode ?? 0o666);
      return new AsideFile(place, path, handle);
    });
  }

  async write(bytes: Uint8Array): Promise<void> {
    await sayingWhich(this.place.name, () => this.handle.writeFile(bytes));
  }

  /** Has all of it on the disk. */
  async finish(): Promise<void> {
    await sayingWhich(this.place.name, async () => {
      // Making it took the user's mask off, which the file that it replaces need not have had.
      if (this.place.mode !== null) await this.handle.chmod(this.place.mode);
      await this.handle.sync();
      await this.handle.close();
    });
  }

  /** Ends it as it is, to be removed. */
  async abandon(): Promise<void> {
    await this.handle.close().catch(() => {});
  }
}
