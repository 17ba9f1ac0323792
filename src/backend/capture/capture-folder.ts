import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desk } from '../desk.ts';
import { RememberedFolder } from '../remembered-folder.ts';
import { saveFiles } from '../save-files.ts';
import { explainedWrite } from '../write-fault.ts';

/** As many captures of one name within a second nobody makes. */
const MOST_NAMESAKES = 1000;

/** The folder into which captures are saved: one of the application's, until the user chooses another. */
export class CaptureFolder {
  private readonly own: string;
  private readonly chosen: RememberedFolder;

  /** @param memoryFile a file in which the folder that was chosen is remembered */
  constructor(own: string, memoryFile: string) {
    this.own = own;
    this.chosen = new RememberedFolder(memoryFile);
  }

  async path(): Promise<string> {
    return (await this.chosen.path()) ?? this.own;
  }

  /** Lets the user choose another one; the result is null when they change their mind. */
  async choose(desk: Desk): Promise<string | null> {
    const chosen = await desk.chooseFolder('Folder for Captures', await this.path());
    if (chosen !== null) await this.chosen.remember(chosen);
    return chosen;
  }

  /**
   * Saves a capture under a name that is free; the result is its path. Nothing that is there is replaced. Rejects
   * with WriteFault.
   */
  async save(name: string, bytes: Uint8Array): Promise<string> {
    const folder = await this.path();
    const path = await this.reserve(folder, name).catch((thrown: unknown) => {
      throw explainedWrite(name, thrown);
    });
    try {
      await saveFiles(path, [{ file: name, bytes }], { mayReplace: () => true });
      return path;
    } catch (thrown) {
      await rm(path, { force: true }).catch(() => {});
      throw thrown;
    }
  }

  /** Makes an empty file, so that the name is nobody else's while the capture is written. */
  private async reserve(folder: string, name: string): Promise<string> {
    if (folder === this.own) await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let at = 1; ; at++) {
      const path = join(folder, at === 1 ? name : numbered(name, at));
      try {
        await (await open(path, 'wx')).close();
        return path;
      } catch (thrown) {
        const isTaken = (thrown as NodeJS.ErrnoException).code === 'EEXIST';
        if (!isTaken || at === MOST_NAMESAKES) throw thrown;
      }
    }
  }
}

/** `heap.pb.gz` becomes `heap-2.pb.gz`. */
function numbered(name: string, at: number): string {
  return name.replace(/((?:\.pb)?\.[a-z]+)$/, `-${at}$1`);
}
