import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../src/core/profile/check-profile.ts';
import { ProfileFault } from '../../src/core/profile/fault.ts';
import { Cancelled, type Phase } from '../../src/core/profile/progress.ts';
import { readProfile } from '../../src/engine/read-profile.ts';
import { runBlock, storedBlock, zstdFrame } from '../helpers/compress.ts';
import { foldedText } from '../helpers/folded-text.ts';
import { profileBytes } from '../helpers/pprof-bytes.ts';

const plain = profileBytes();
const folded = 'types alloc_space/bytes\nmain@main.go:7;handle@main.go:12 96\n';
const heap = readFileSync(
  join(import.meta.dirname, '../fixtures/pprof/seed-story/before/heap.pb.gz'),
);

const read = (bytes: Uint8Array, name = 'heap.pb.gz') =>
  readProfile({ name, path: '', bytes }, () => {});

describe('readProfile', () => {
  it.each([
    ['plain', plain],
    ['gzip', gzipSync(plain)],
    ['zstd', zstdFrame(0x50, storedBlock(plain, true))],
    ['gzip twice over', gzipSync(gzipSync(plain))],
    ['gzip of zstd', gzipSync(zstdFrame(0x50, storedBlock(plain, true)))],
  ])('reads a profile: %s', async (_, bytes) => {
    expect(foldedText(await read(bytes))).toBe(folded);
  });

  it('goes by content, not by name', async () => {
    expect(foldedText(await read(gzipSync(plain), 'page.html'))).toBe(folded);
  });

  it('begins every fault with the file, once', async () => {
    await expect(read(Uint8Array.of(), 'a b.pb.gz')).rejects.toThrow(
      /^a b\.pb\.gz cannot be opened\. It is empty\. Capture it again, and look whether/,
    );
    await expect(read(gzipSync('<html>'), '')).rejects.toThrow(
      /^The file cannot be opened\. It is a/,
    );
    await expect(read(gzipSync(plain).subarray(0, 60))).rejects.toThrow(
      /^heap\.pb\.gz cannot be opened\. It breaks off before the end of its gzip/,
    );
    await expect(read(gzipSync(plain.subarray(0, 90)))).rejects.toThrow(
      /^heap\.pb\.gz cannot be opened\. Its protobuf breaks off/,
    );
  });

  it('does not unpack for ever', async () => {
    const layers = gzipSync(gzipSync(gzipSync(gzipSync(plain))));
    await expect(read(layers)).rejects.toThrow('It is compressed more than 3 times over.');
    await expect(read(zstdFrame(0x50, runBlock(100, true)))).rejects.toThrow('It is not a profile');
  });

  it('reports its phases in order, each to its end', async () => {
    const reports: [Phase, number, number][] = [];
    await readProfile({ name: '', path: '', bytes: heap }, (...report) => reports.push(report));
    const phases = [...new Set(reports.map(([phase]) => phase))];
    expect(phases).toEqual(['inflate', 'decode', 'tree']);
    for (const phase of phases) {
      const last = reports.findLast(([name]) => name === phase);
      expect(last?.[1]).toBe(last?.[2]);
    }
  });

  it.each<Phase>(['inflate', 'decode', 'tree'])('can be cancelled in phase %s', async (phase) => {
    const work = readProfile({ name: '', path: '', bytes: heap }, (at) => {
      if (at === phase) throw new Cancelled();
    });
    await expect(work).rejects.toThrow(Cancelled);
  });

  it('passes on what is no fault of the file', async () => {
    const work = readProfile({ name: '', path: '', bytes: heap }, () => {
      throw new TypeError('a defect');
    });
    await expect(work).rejects.toThrow(/^a defect$/);
  });
});

describe('damage', () => {
  it('gives a profile or a fault for a file cut anywhere', async () => {
    for (let length = 0; length < plain.length; length++) await outcome(plain.subarray(0, length));
  });

  it('gives a profile or a fault for a real profile with changed bytes', async () => {
    const bytes = gunzipSync(heap);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, byte] of changes) damaged[at] = byte;
        await outcome(damaged);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('gives a profile or a fault for bytes that are cut out, moved or repeated', async () => {
    const span = fc.tuple(fc.nat(plain.length), fc.nat(plain.length), fc.nat(plain.length));
    await fc.assert(
      fc.asyncProperty(span, async ([from, to, at]) => {
        const cut = plain.subarray(Math.min(from, to), Math.max(from, to));
        await outcome(Uint8Array.from([...plain.subarray(0, at), ...cut, ...plain.subarray(at)]));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Fails the test unless the bytes give a sound profile, or a fault. */
async function outcome(bytes: Uint8Array): Promise<void> {
  try {
    expect(checkProfile(await read(bytes))).toEqual([]);
  } catch (thrown) {
    if (!(thrown instanceof ProfileFault)) throw thrown;
  }
}
