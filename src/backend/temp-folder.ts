import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this run, made when it is first needed. Only this user can read it; it goes when the run ends. */
export class TempFolder {
  private folder: Promise<string> | null = null;
  private readonly removeAtExit: () => void;
  private made: string | null = null;

  constructor() {
    this.removeAtExit = () => {
      if (this.made !== null) rmSync(this.made, { recursive: true, force: true });
    };
  }

  /** Its path. Rejects with Error and a sentence where none can be made; the next time it is tried again. */
  path(): Promise<string> {
    this.folder ??= this.make();
    return this.folder;
  }

  /** A new folder in it. */
  async subfolder(): Promise<string> {
    return await mkdtemp(join(await this.path(), '-'));
  }

  async dispose(): Promise<void> {
    process.off('exit', this.removeAtExit);
    // It may be about to be made.
    await this.folder?.catch(() => {});
    if (this.made !== null) await rm(this.made, { recursive: true, force: true });
    this.folder = null;
    this.made = null;
  }

  private async make(): Promise<string> {
    const parent = tmpdir();
    try {
      // mkdtemp gives it mode 0700.
      this.made = await mkdtemp(join(parent, 'allocscope-'));
    } catch (thrown) {
      this.folder = null;
      throw new Error(
        `Nothing can be put into ${parent}, the folder for temporary files (${(thrown as NodeJS.ErrnoException).code}): mend that, or name another one by the variable ${VARIABLE} before you start Allocscope.`,
        { cause: thrown },
      );
    }
    process.on('exit', this.removeAtExit);
    return this.made;
  }
}

/** What programs find that folder by (`os.tmpdir`). */
const VARIABLE = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
