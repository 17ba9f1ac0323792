import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type HeapProfileCounts, heapProfile } from './heap-profile.ts';
import { type Shape, shapeOf } from './shape.ts';

/** To be raised with every change of what the generator writes. */
const VERSION = 2;

/** A made-up profile on disk. */
export interface ProfileFile extends HeapProfileCounts {
  readonly path: string;
  readonly fileBytes: number;
  readonly rawBytes: number;
  /** Of the uncompressed bytes, in hexadecimal: the same on every machine. */
  readonly rawSha256: string;
}

type Facts = Omit<ProfileFile, 'path'>;

/** The file of so many samples of a run, made now unless it is in the folder already. */
export async function profileFile(folder: string, samples: number, run = 0): Promise<ProfileFile> {
  const shape = shapeOf(samples, run);
  const path = join(folder, fileName(shape));
  const factsPath = `${path}.json`;
  if (!existsSync(factsPath)) {
    await mkdir(folder, { recursive: true });
    const facts = await writeProfile(path, shape);
    await writeFile(factsPath, JSON.stringify(facts));
  }
  return { path, ...(JSON.parse(await readFile(factsPath, 'utf8')) as Facts) };
}

function fileName({ samples, functions, depth, theta, inlineChance, seed, run }: Shape): string {
  const shape = [samples, functions, depth, theta, inlineChance, seed, run].join('-');
  return `heap-v${VERSION}-${shape}.pb.gz`;
}

async function writeProfile(path: string, shape: Shape): Promise<Facts> {
  const chunks = heapProfile(shape);
  const hash = createHash('sha256');
  let rawBytes = 0;
  let counts: HeapProfileCounts | undefined;
  const measured = function* (): Generator<Uint8Array> {
    for (let step = chunks.next(); ; step = chunks.next()) {
      if (step.done) {
        counts = step.value;
        return;
      }
      hash.update(step.value);
      rawBytes += step.value.length;
      yield step.value;
    }
  };
  // Aside first, so that what stands under the name is complete. Level 1 is the one that Go's runtime uses.
  const aside = `${path}.${process.pid}`;
  await pipeline(Readable.from(measured()), createGzip({ level: 1 }), createWriteStream(aside));
  await rename(aside, path);
  if (counts === undefined) throw new Error('The generator ended early.');
  return {
    ...counts,
    fileBytes: (await stat(path)).size,
    rawBytes,
    rawSha256: hash.digest('hex'),
  };
}
