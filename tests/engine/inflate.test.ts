import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProfileFault } from '../../src/core/profile/fault.ts';
import { Cancelled } from '../../src/core/profile/progress.ts';
import { nodeInflaters } from '../../src/engine/inflate.ts';
import { INFLATE_LIMIT } from '../../src/engine/inflaters.ts';
import { concat, runBlock, storedBlock, zstdFrame } from '../helpers/compress.ts';

const content = Uint8Array.from({ length: 700_000 }, (_, i) => (i * i * 31) >> 5);
const gzipped: Uint8Array = gzipSync(content);
/** A window of 1 MiB. */
const WINDOW = 0x50;
const BLOCK = 1 << 17;

const zstdBlocks = Array.from({ length: Math.ceil(content.length / BLOCK) }, (_, i) =>
  storedBlock(content.subarray(i * BLOCK, (i + 1) * BLOCK), (i + 1) * BLOCK >= content.length),
);
const zstded = zstdFrame(WINDOW, ...zstdBlocks);

describe.each([
  { name: 'gzip', inflate: nodeInflaters.gzip, packed: gzipped },
  { name: 'zstd', inflate: nodeInflaters.zstd, packed: zstded },
] as const)('$name', ({ name, inflate, packed }) => {
  const unpack = (bytes: Uint8Array, limit = INFLATE_LIMIT) => inflate(bytes, limit, () => {});

  it('unpacks', async () => {
    expectSame(await unpack(packed), content);
  });

  it('unpacks several parts as one, wherever the bytes lie in their buffer', async () => {
    const shifted = concat(Uint8Array.of(1, 2, 3), packed, packed).subarray(3);
    expectSame(await unpack(shifted), concat(content, content));
  });

  it('unpacks to exactly the limit and no further', async () => {
    expectSame(await unpack(packed, content.length), content);
    await expect(unpack(packed, content.length - 1)).rejects.toThrow(ProfileFault);
    await expect(unpack(packed, content.length - 1)).rejects.toThrow(
      'It unpacks to more than 1 MiB.',
    );
  });

  it('tells how far it is, and gives what it has', async () => {
    const progress: [done: number, total: number][] = [];
    let last: Uint8Array = new Uint8Array();
    await inflate(
      packed,
      INFLATE_LIMIT,
      (done, total) => progress.push([done, total]),
      (output, length) => {
        last = output.slice(0, length);
        expect(last.at(-1)).toBe(content[length - 1]);
      },
    );
    expectSame(last, content);
    expect(progress.at(-1)?.[1]).toBe(packed.length);
    expect(progress.every(([done], i) => done >= (progress[i - 1]?.[0] ?? 0))).toBe(true);
    expect(progress.at(-1)?.[0]).toBeGreaterThan(packed.length * 0.9);
  });

  it.each(['progress', 'chunk'])('ends when the %s callback throws', async (which) => {
    const cancel = () => {
      throw new Cancelled();
    };
    const work = inflate(
      packed,
      INFLATE_LIMIT,
      which === 'progress' ? cancel : () => {},
      which === 'chunk' ? cancel : () => {},
    );
    await expect(work).rejects.toThrow(Cancelled);
  });

  it('says so when it is cut, wherever that is', async () => {
    const small =
      name === 'gzip' ? gzipSync('x'.repeat(300)) : zstdFrame(WINDOW, runBlock(300, true));
    for (let length = 4; length < small.length; length++) {
      await expect(unpack(small.subarray(0, length))).rejects.toThrow(
        `It breaks off before the end of its ${name} compression. Copy or capture it again`,
      );
    }
    await expect(unpack(packed.subarray(0, packed.length / 2))).rejects.toThrow('It breaks off');
  });

  it('gives bytes or a fault, whatever the damage', async () => {
    const small = name === 'gzip' ? gzipSync(content.subarray(0, 3000)) : zstded.subarray(0, 3000);
    const flip = fc.tuple(fc.nat(small.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 4 }), async (flips) => {
        const damaged = Uint8Array.from(small);
        for (const [at, mask] of flips) damaged[at] = (damaged[at] ?? 0) ^ mask;
        const outcome = await unpack(damaged, 1 << 20).catch((error: unknown) => error);
        expect(outcome instanceof Uint8Array || outcome instanceof ProfileFault).toBe(true);
      }),
    );
  });
});

describe('gzip', () => {
  const unpack = (bytes: Uint8Array) => nodeInflaters.gzip(bytes, INFLATE_LIMIT, () => {});

  it('tells a wrong checksum, a wrong length and damage apart from the end of the file', async () => {
    for (const at of [gzipped.length - 8, gzipped.length - 4]) {
      await expect(unpack(changed(gzipped, at))).rejects.toThrow(
        'Its gzip checksum is wrong: the file is damaged.',
      );
    }
    await expect(unpack(changed(gzipped, 2))).rejects.toThrow(
      'Its gzip compression is damaged (unknown compression method).',
    );
  });

  it('refuses what follows, unless it is zeros', async () => {
    await expect(unpack(concat(gzipped, Uint8Array.from([0x3c, 0x68, 0x74])))).rejects.toThrow(
      'It goes on after the end of its gzip compression with something else.',
    );
    expectSame(await unpack(concat(gzipped, new Uint8Array(512))), content);
  });

  it('goes on with a part that begins at any place of its input', async () => {
    const head = [0, 1, 2].map((shift) => gzippedTo((1 << 19) + shift - 1));
    for (const { packed, bytes } of head) {
      expectSame(await unpack(concat(packed, gzipped)), concat(bytes, content));
      expectSame(await unpack(concat(packed, new Uint8Array(512))), bytes);
    }
  });

  it('does not believe the length in the trailer', async () => {
    const bomb = changed(gzipSync('x'), 20); // claims to be long
    await expect(unpack(bomb)).rejects.toThrow('checksum is wrong');
  });

  // The latter as gzip -1 packs it, which shrinks it least.
  it.each([9, 1])(
    'stops a bomb of 10 GB of level %i early, with little memory',
    async (level) => {
      const before = process.resourceUsage().maxRSS;
      await expect(unpack(zerosGzipped(10 * 2 ** 30, level))).rejects.toThrow(
        'It unpacks to more than 100 times its size, as no profile does. Look at where',
      );
      expect(process.resourceUsage().maxRSS - before).toBeLessThan(900_000); // kilobytes
    },
    30_000,
  );
});

/** Bytes that are so long when they are packed, which is done without making them smaller. */
function gzippedTo(length: number): { packed: Uint8Array; bytes: Uint8Array } {
  for (let rest = 18; ; rest++) {
    const bytes = content.subarray(0, length - rest);
    const packed = gzipSync(bytes, { level: 0 });
    if (packed.length === length) return { packed, bytes };
    if (packed.length < length) throw new Error(`No bytes are packed to ${length}.`);
  }
}

describe('zstd', () => {
  const unpack = (bytes: Uint8Array) => nodeInflaters.zstd(bytes, INFLATE_LIMIT, () => {});

  it('passes over frames that may be skipped', async () => {
    const skippable = Uint8Array.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
    const frames = concat(skippable, zstded, skippable, zstded);
    expectSame(await unpack(frames), concat(content, content));
  });

  it('refuses windows that would take all memory, and blocks that would take all time', async () => {
    const wide =
      'Its zstd compression refers so far back that unpacking it here would take minutes.';
    await expect(unpack(zstdFrame(0xa0, runBlock(300, true)))).rejects.toThrow(wide);
    const wideSecond = concat(zstded, zstdFrame(0xa0, runBlock(300, true)));
    await expect(unpack(wideSecond)).rejects.toThrow(wide);
    const blocks = Array.from({ length: 3000 }, (_, i) => runBlock(1, i === 2999));
    await expect(unpack(zstdFrame(0x88, ...blocks))).rejects.toThrow(wide);
  });

  it('stops a bomb early', async () => {
    const blocks = Array.from({ length: 20_000 }, (_, i) => runBlock(BLOCK, i === 19_999));
    // The smallest window that holds a block, since fzstd moves the window once for each.
    await expect(unpack(zstdFrame(0x38, ...blocks))).rejects.toThrow('100 times its size');
  }, 30_000);
});

/** `toEqual` takes seconds for so many bytes. */
function expectSame(actual: Uint8Array, expected: Uint8Array): void {
  expect(Buffer.compare(actual, expected)).toBe(0);
}

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}

/** A gzip file of so many zeros: one deflate block again and again, so that making it takes no time. */
function zerosGzipped(length: number, level: number): Uint8Array {
  const header = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  const blockBytes = 2 ** 24;
  const block = deflateRawSync(new Uint8Array(blockBytes), {
    level,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const blocks = Array.from({ length: length / blockBytes }, () => block);
  return concat(header, ...blocks, deflateRawSync(new Uint8Array()), new Uint8Array(8));
}
