import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileFault } from './file-fault.ts';
import { MAX_FILE_BYTES, type ReportBytes, tooLargeFault } from './read-file.ts';
import { TempFolder } from './temp-folder.ts';

/** The bytes of a file, as they arrive. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * A folder of this run for files of which only the bytes were handed over, so that they can be read
 * again when the engine has to be restarted. Only this user can read it; it goes when the run ends.
 */
export class SpillFolder {
  private readonly folder = new TempFolder();

  /**
   * Writes bytes to a new file and gives its path. Rejects with FileFault when they are too many or the
   * disk is full; with what `report` throws. Nothing of the file is left then.
   */
  async write(bytes: Bytes, total: number, report: ReportBytes): Promise<string> {
    const path = join(await this.folder.path(), randomBytes(8).toString('hex'));
    const file = await open(path, 'wx', 0o600);
    try {
      let done = 0;
      for await (const chunk of bytes) {
        done += chunk.length;
        if (done > MAX_FILE_BYTES) throw tooLargeFault();
        await file.writeFile(chunk);
        report(done, total);
      }
      await file.close();
      return path;
    } catch (thrown) {
      await file.close();
      await this.remove(path);
      throw (thrown as NodeJS.ErrnoException).code === 'ENOSPC'
        ? new FileFault('The disk is full: make room on it and try again.')
        : thrown;
    }
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  async dispose(): Promise<void> {
    await this.folder.dispose();
  }
}
