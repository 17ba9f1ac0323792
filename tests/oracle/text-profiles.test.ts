import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/core/profile/profile.ts';
import { readProfile } from '../../src/engine/read-profile.ts';
import { goPprof, goVersion } from '../helpers/go-pprof.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';

/* Text profiles as the `go tool pprof` that is installed reads them; skipped where there is no Go. */

describe.skipIf(goVersion === null)('values of text profiles equal those of go tool pprof', () => {
  it.each(['heap/1048576', 'heap/3', 'heap/2', 'heap_v2/524288', 'heapz_v2/1', 'heapprofile'])(
    'of %s',
    async (kind) => {
      const rows = numbers(500).map(([objects, size, freed, scale]) => {
        const [count, bytes] = [1 + (objects % 1000), 1 + (size % 10 ** (1 + (scale % 8)))];
        const used = freed % (count + 1);
        return `${used}: ${used * bytes} [${count}: ${count * bytes}]`;
      });
      const text = [`heap profile: 1: 2 [3: 4] @ ${kind}`, ...rows.map(withAddress)].join('\n');
      await expectSame('heap.txt', text);
    },
  );

  it.each(['sampling period=1', 'sampling period=5\nms since reset=100', 'discarded samples=1'])(
    'of contention with %s',
    async (attribute) => {
      const rows = numbers(500).map(([cycles, count]) => `${cycles} ${count % 10_000}`);
      const head = `--- mutex:\ncycles/second=2999998880\n${attribute}`;
      await expectSame('mutex.txt', [head, ...rows.map(withAddress)].join('\n'));
    },
  );

  it('of goroutines', async () => {
    const rows = numbers(50).map(([count]) => `${count}`);
    await expectSame(
      'goroutine.txt',
      ['goroutine profile: total 9', ...rows.map(withAddress)].join('\n'),
    );
  });
});

/** Rows of four numbers below 2^31, always the same. */
function numbers(rows: number): [number, number, number, number][] {
  let state = 1;
  // Park and Miller's generator.
  const next = () => {
    state = Number((BigInt(state) * 48_271n) % 2_147_483_647n);
    return state;
  };
  return Array.from({ length: rows }, () => [next(), next(), next(), next()]);
}

/** A stack of one address, other than that of any other row: pprof adds up equal stacks. */
const withAddress = (row: string, at: number) => `${row} @ 0x${(0x40_0001 + at).toString(16)}`;

async function expectSame(name: string, text: string): Promise<void> {
  const file = join(await scratchFolder(), name);
  await writeFile(file, text);
  const profile = await readProfile(
    { name, path: '', bytes: new TextEncoder().encode(text) },
    () => {},
  );
  const raw = await goPprof('-raw', file);
  const [, samples = ''] = /^Samples:\n.*\n([\s\S]*?)^Locations$/m.exec(raw) ?? [];
  const theirs =
    samples.match(/^ +-?\d.*:/gm)?.map((row) => row.trim().replace(':', '').replace(/ +/g, ' ')) ??
    [];
  expect(theirs.length).toBe(profile.samples.length);
  expect(ownValues(profile)).toEqual(theirs);
}

function ownValues({ samples }: Profile): string[] {
  return Array.from({ length: samples.length }, (_, sample) =>
    samples.values.map((column) => column[sample]).join(' '),
  );
}
