import { JsonFile } from './json-file.ts';
import { isObject, isText } from './shapes.ts';

const MAX_PATH = 100_000;

const isMemory = isObject({ folder: isText(MAX_PATH) });

/** A folder that was chosen, remembered on disk for the next time. */
export class RememberedFolder {
  private readonly file: JsonFile;

  constructor(path: string) {
    this.file = new JsonFile(path);
  }

  /** Its path; null when none is remembered. */
  async path(): Promise<string | null> {
    const memory = await this.file.read();
    return isMemory(memory) ? memory.folder : null;
  }

  async remember(folder: string): Promise<void> {
    await this.file.write({ folder });
  }
}
