import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { TELLING_BYTES } from '../../../src/backend/read-file.ts';
import { Cancelled } from '../../../src/core/profile/progress.ts';
import { mayHoldEvidence } from '../../../src/engine/evidence/may-hold-evidence.ts';
import { readEvidence } from '../../../src/engine/evidence/read-evidence.ts';
import { textFile } from '../../../src/engine/evidence/text-file.ts';
import { storedBlock, zstdFrame } from '../../helpers/compress.ts';
import { scratchFolder } from '../../helpers/scratch-folder.ts';

const LINE =
  'gc 1 @0.008s 2%: 0.12+3.9+0.072 ms clock, 0.25+0.10/0.13/1.9+0.14 ms cpu, 3->5->4 MB, 4 MB goal, 2 P\n';
const LINES = 30_000;
const log = Buffer.from(`starting\n${LINE.repeat(LINES)}`);

async function fileOf(bytes: Uint8Array): Promise<[path: string, fileBytes: number]> {
  const path = join(await scratchFolder(), 'a.log');
  await writeFile(path, bytes);
  return [path, bytes.length];
}

const found = async (...file: [string, number]) => {
  const progress: (readonly [number, number])[] = [];
  const { findings } = await readEvidence(await textFile(...file), (_, done, total) => {
    progress.push([done, total]);
  });
  return { counts: findings.map(({ kind, count }) => `${count} ${kind}`), progress };
};

describe('a text file', () => {
  it.each([
    ['as it is', log],
    ['with gzip', gzipSync(log)],
    ['with gzip in several members', Buffer.concat([gzipSync('a\n'), gzipSync(log)])],
    ['with zstd', zstdFrame(0x50, ...storedBlocks(log))],
  ])('is searched while it is read, %s', async (_, bytes) => {
    const { counts, progress } = await found(...(await fileOf(bytes)));
    expect(counts).toEqual([`${LINES} gctrace`]);
    expect(progress.length).toBeGreaterThan(1);
    expect(progress.at(-1)).toEqual([bytes.length, bytes.length]);
    expect(progress.every(([done]) => done <= bytes.length)).toBe(true);
  });

  it('is told to be one by its beginning, compressed or not', () => {
    const profile = gzipSync(Uint8Array.of(0x0a, 0x04, 0x08, 0x01, 0x10, 0x02));
    const heads = [log, gzipSync(log), zstdFrame(0x50, ...storedBlocks(log))];
    expect(heads.map((head) => mayHoldEvidence(head.subarray(0, TELLING_BYTES)))).toEqual([
      true,
      true,
      true,
    ]);
    const encoded = [
      Buffer.from(LINE, 'utf16le'),
      Buffer.from(`\ufeff${LINE}`, 'utf16le'),
      Buffer.from(`${'\0'.repeat(500)}\x07bell ${LINE}`),
    ];
    expect(encoded.map(mayHoldEvidence)).toEqual([true, true, true]);
    const others = [
      profile,
      gzipSync(log).subarray(0, 12),
      Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1),
    ];
    expect(others.map(mayHoldEvidence)).toEqual([false, false, false]);
  });

  it('is told to be one where its beginning unpacks to a hundred MB and more', () => {
    const monotonous = gzipSync(Buffer.alloc(2 ** 27 + 1, 'tick\n'));
    expect(mayHoldEvidence(monotonous.subarray(0, TELLING_BYTES))).toBe(true);
  });

  it('that grows is read as far as it was when it was opened', async () => {
    const [path] = await fileOf(log);
    const { counts } = await found(path, 'starting\n'.length + 2 * LINE.length);
    expect(counts).toEqual(['2 gctrace']);
  });

  it('says what is wrong with its compression', async () => {
    const packed = gzipSync(log);
    await expect(found(...(await fileOf(packed.subarray(0, -20))))).rejects.toThrow(
      'It breaks off before the end of its gzip compression.',
    );
    const broken = zstdFrame(0x50, ...storedBlocks(log)).slice(0, -20);
    await expect(found(...(await fileOf(broken)))).rejects.toThrow(
      'It breaks off before the end of its zstd compression.',
    );
  });

  it.each([
    ['as it is', log],
    ['with gzip', gzipSync(log)],
  ])('is left when nobody waits for it any more, %s', async (_, bytes) => {
    const [path, fileBytes] = await fileOf(bytes);
    const text = await textFile(path, fileBytes);
    const cancel = () => {
      throw new Cancelled();
    };
    await expect(readEvidence(text, cancel)).rejects.toThrow(Cancelled);
  });
});

function storedBlocks(bytes: Uint8Array): Uint8Array[] {
  const size = 50_000;
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, at) =>
    storedBlock(bytes.subarray(at * size, (at + 1) * size), at === count - 1),
  );
}
