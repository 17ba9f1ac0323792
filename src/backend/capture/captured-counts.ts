import type { FileCount } from '../../bridge/capture-api.ts';
import { JsonFile } from '../json-file.ts';
import { isObject, isPositive, isRecord, isText } from '../shapes.ts';

/** Older ones are forgotten. */
const MOST_COUNTS = 500;

const isCount = isObject({ sha256: isText(64), count: isPositive });

/**
 * How many requests captured files belong to, remembered on disk by the digests of the files: whoever opens one
 * another day need not know it any more, whatever it is called by then.
 */
export class CapturedCounts {
  private readonly file: JsonFile;
  private counts: Promise<readonly FileCount[]> | null = null;

  constructor(path: string) {
    this.file = new JsonFile(path);
  }

  list(): Promise<readonly FileCount[]> {
    this.counts ??= this.file.read().then((value) => {
      const counts = isRecord(value) && Array.isArray(value['counts']) ? value['counts'] : [];
      return counts.filter(isCount).slice(0, MOST_COUNTS);
    });
    return this.counts;
  }

  async add(added: FileCount): Promise<void> {
    const changed = this.list().then((known) =>
      [added, ...known.filter(({ sha256 }) => sha256 !== added.sha256)].slice(0, MOST_COUNTS),
    );
    this.counts = changed;
    await this.file.write({ counts: await changed });
  }
}
