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

  /** Its path. */
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
    if (this.folder !== null) await rm(await this.folder, { recursive: true, force: true });
    this.folder = null;
    this.made = null;
  }

  private async make(): Promise<string> {
    // mkdtemp gives it mode 0700.
    this.made = await mkdtemp(join(tmpdir(), 'allocscope-'));
    process.on('exit', this.removeAtExit);
    return this.made;
  }
}
