import { join } from 'node:path';
import { JsonFile } from '../json-file.ts';
import { isObject } from '../shapes.ts';
import { explainedWrite } from '../write-fault.ts';
import { isNotes } from './parse.ts';

const isKept = isObject({ notes: isNotes });

/**
 * The author's own words about profiles, by their digests, whichever of two comes first: one file for each, so that
 * none is ever dropped for want of room.
 */
export class Notes {
  private readonly folder: string;
  private readonly files = new Map<string, JsonFile>();
  /** What was written in this run, should the disk not take it. */
  private readonly written = new Map<string, string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** What was written about profiles of these digests; '' for nothing. */
  async read(digests: readonly string[]): Promise<string> {
    const key = keyOf(digests);
    const written = this.written.get(key);
    if (written !== undefined) return written;
    const kept = await this.fileOf(key).read();
    return isKept(kept) ? kept.notes : '';
  }

  /** Keeps notes in place of those before. Rejects when they cannot be written. */
  async keep(digests: readonly string[], notes: string): Promise<void> {
    const key = keyOf(digests);
    this.written.set(key, notes);
    try {
      await this.fileOf(key).save({ notes });
    } catch (thrown) {
      throw explainedWrite('The file of your notes', thrown);
    }
  }

  /** Keeps notes that an investigation brings. Other ones that were written here stay behind them. */
  async add(digests: readonly string[], notes: string): Promise<void> {
    const own = await this.read(digests);
    const isKnown = notes === '' || own.includes(notes);
    if (isKnown) return;
    const isGrown = own === '' || notes.includes(own);
    await this.keep(digests, isGrown ? notes : `${notes}\n\nNotes kept on this machine:\n\n${own}`);
  }

  private fileOf(key: string): JsonFile {
    const known = this.files.get(key) ?? new JsonFile(join(this.folder, `${key}.json`));
    this.files.set(key, known);
    return known;
  }
}

const keyOf = (digests: readonly string[]) => [...digests].sort().join('-');
