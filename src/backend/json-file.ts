import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A small JSON file that is read and written as a whole. It is never half written: a new text is
 * written aside and then takes the old one's place.
 */
export class JsonFile {
  private readonly path: string;
  private lastWrite: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
  }

  /** Its value; undefined when it is missing, unreadable or no JSON. */
  async read(): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.path, 'utf8'));
    } catch {
      return undefined;
    }
  }

  /** Writes it after all writes before. A failure is not told: what it holds can be done without. */
  write(value: unknown): Promise<void> {
    return this.save(value).catch(() => {});
  }

  /** The same for what cannot be done without: rejects when it fails. */
  save(value: unknown): Promise<void> {
    const text = `${JSON.stringify(value, null, 2)}\n`;
    const written = this.lastWrite.then(() => this.replace(text));
    this.lastWrite = written.catch(() => {});
    return written;
  }

  private async replace(text: string): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const aside = `${this.path}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      await writeFile(aside, text, { mode: 0o600, flush: true });
      await rename(aside, this.path);
    } catch (thrown) {
      await rm(aside, { force: true });
      throw thrown;
    }
  }
}
