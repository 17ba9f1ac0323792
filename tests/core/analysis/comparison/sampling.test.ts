import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  recoverSampling,
  sumRowSampling,
  sumTotalSampling,
} from '../../../../src/core/analysis/comparison/sampling.ts';
import { indexFrames } from '../../../../src/core/analysis/frames.ts';
import { sumFrames } from '../../../../src/core/analysis/top.ts';
import { weighStacks } from '../../../../src/core/analysis/weights.ts';
import type { Profile } from '../../../../src/core/profile/profile.ts';
import { readProfile } from '../../../../src/engine/read-profile.ts';
import { drawProfile } from '../../../helpers/draw-profile.ts';
import { randomNumbers, scaleAsGoDoes, takeHeapProfile } from './simulate-heap.ts';

const HEAP = 'types alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes';

function heap(...lines: string[]): Profile {
  return drawProfile([HEAP, 'period 524288 space/bytes', ...lines].join('\n'));
}

function sampling(profile: Profile, sampleType: number) {
  const recovered = recoverSampling(profile, sampleType);
  if ('reason' in recovered) throw new Error(recovered.reason);
  return recovered;
}

function reason(profile: Profile, sampleType = 0): string {
  const recovered = recoverSampling(profile, sampleType);
  return 'reason' in recovered ? recovered.reason : '';
}

describe('draws', () => {
  it('are recovered from what Go wrote', () => {
    const profile = heap(
      'main;a  3075 3148801 0 0      bytes=1024',
      'main;b  131074 2097184 0 0    bytes=16',
      'main;c  458755 3670044 65536 524292  bytes=8',
    );
    expect([...sampling(profile, 0).rawCount]).toEqual([6, 4, 7]);
    expect([...sampling(profile, 1).rawCount]).toEqual([6, 4, 7]);
    expect([...sampling(profile, 2).rawCount]).toEqual([0, 0, 1]);
    expect(sampling(profile, 1).rule).toEqual({ kind: 'heap-bytes', period: 524288 });
  });

  it('are recovered for every size, rate and count', () => {
    const draws = fc.record({
      size: fc.integer({ min: 8, max: 1 << 24 }),
      period: fc.constantFrom(1, 4096, 65536, 524288),
      count: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(draws, ({ size, period, count }) => {
        const [objects, bytes] = scaleAsGoDoes(count, size, period);
        const profile = drawProfile(
          `${HEAP}\nperiod ${period} space/bytes\nmain ${objects} ${bytes} 0 0 bytes=${size}`,
        );
        expect([...sampling(profile, 0).rawCount]).toEqual([count]);
      }),
    );
  });

  it.each(['before', 'after'])('are whole numbers in the example, %s', async (side) => {
    const path = `resources/example/${side}/heap.pb.gz`;
    const profile = await readProfile(
      { name: path, path: '', bytes: readFileSync(path) },
      () => {},
    );
    for (const sampleType of [0, 1, 2, 3]) {
      const { rawCount, size, rule, value } = sampling(profile, sampleType);
      rawCount.forEach((count, sample) => {
        const written = scaleAsGoDoes(count, size[sample] ?? 0, rule.period);
        expect(value[sample]).toBe(written[sampleType % 2]);
      });
    }
  });

  it('are ticks of the clock in CPU profiles, and all there is of goroutines', () => {
    const cpu = drawProfile(
      'types samples/count cpu/nanoseconds\nperiod 10000000 cpu/nanoseconds\nmain 3 30000000',
    );
    expect([...sampling(cpu, 0).rawCount, ...sampling(cpu, 1).rawCount]).toEqual([3, 3]);
    expect(sampling(cpu, 1).rule).toEqual({ kind: 'ticks', period: 10000000 });
    const goroutines = drawProfile('types goroutine/count\nperiod 1 goroutine/count\nmain 15');
    expect(sampling(goroutines, 0).rule.kind).toBe('exact');
  });

  it('of a window are recovered for what was allocated in it, not for what was live', () => {
    const window = { ...heap('main 3075 3148801 512 524800 bytes=1024'), durationNanos: 1n };
    expect([...sampling(window, 0).rawCount]).toEqual([6]);
    expect(reason(window, 2)).toContain('difference of two moments');
  });
});

describe('the reason why there are no draws', () => {
  it.each([
    ['at which rate', drawProfile(`${HEAP}\nmain 1 912811 0 0 bytes=647168`)],
    ['at which rate', drawProfile(`${HEAP}\nperiod 9 cpu/nanoseconds\nmain 1 9 0 0 bytes=9`)],
    ['“bytes”', heap('main 3075 3148801 0 0')],
    ['“bytes”', heap('main 3075 3148801 0 0 bytes=big')],
    ['difference of two profiles', heap('main 3075 3148801 0 0 bytes=1024', 'main -1 -9 0 0')],
    ['difference of two profiles', heap('main 3075 3148801 0 0 bytes=1024 pprof::base=true')],
    ['no whole numbers of draws', heap('main 3000 3072000 0 0 bytes=1024')],
    [
      'both the number and the bytes',
      drawProfile('types alloc_objects/count\nperiod 1 space/bytes\na 1'),
    ],
    ['does not write down', drawProfile('types contentions/count delay/nanoseconds\na 1 5')],
    ['heap, CPU and goroutine', drawProfile('types wall/nanoseconds\na 5')],
    [
      'heap, CPU and goroutine',
      drawProfile('types objects/count space/bytes\nperiod 524288 space/bytes\na 1 8'),
    ],
    ['ticks', drawProfile('types cpu/nanoseconds\nperiod 10 cpu/nanoseconds\na 5')],
    ['no such sample type', drawProfile('types\n')],
  ])('names %s', (words, profile) => {
    expect(reason(profile)).toContain(words);
  });

  it('is a mixture of rates where profiles of two were merged', () => {
    const random = randomNumbers(1);
    const lines = [524288, 131072].flatMap((period) =>
      Array.from({ length: 50 }, () => {
        const size = 8 + Math.floor(random() * 5000);
        const [objects, bytes] = scaleAsGoDoes(1 + Math.floor(random() * 9), size, period);
        return `main ${objects} ${bytes} 0 0 bytes=${size}`;
      }),
    );
    expect(reason(heap(...lines))).toContain('different sampling rates were merged');
    expect(reason(heap(...lines.slice(0, 50)))).toBe('');
  });
});

describe('sums of draws by frame', () => {
  const random = randomNumbers(5);
  const profile = takeHeapProfile(
    Array.from({ length: 40 }, () =>
      [16, 700, 1 << 16, 1 << 21].map((size) => ({
        size,
        count: Math.ceil((random() * 3e6) / size),
      })),
    ),
    524288,
    random,
  );

  it.each([0, 1])('are the table’s, of sample type %d', (sampleType) => {
    const index = indexFrames(profile, 'functions', true);
    const rows = sumRowSampling(profile, index, sampling(profile, sampleType), null);
    const sums = sumFrames(profile.stacks, index, weighStacks(profile, sampleType));
    expect(rows.flat.value).toEqual(sums.flat);
    expect(rows.cum.value).toEqual(sums.cum);
  });

  it('count a frame once for each sample, and leave out what is filtered', () => {
    const small = heap(
      'main;walk;walk;visit;walk  3075 3148801 0 0  bytes=1024',
      'main>walk>walk  512 524800 0 0  bytes=1024',
      '-  131074 2097184 0 0    bytes=16',
    );
    const index = indexFrames(small, 'functions', true);
    const rows = sumRowSampling(small, index, sampling(small, 0), null);
    const counts = (column: Float64Array) =>
      index.frames.name.map((name, frame) => `${name} ${column[frame]}`).sort();
    expect(counts(rows.flat.rawCount)).toEqual(['main 0', 'visit 0', 'walk 7']);
    expect(counts(rows.cum.rawCount)).toEqual(['main 7', 'visit 6', 'walk 7']);
    expect(sumTotalSampling(small, sampling(small, 0), null).rawCount[0]).toBe(11);
    const none = new Uint8Array(small.stacks.length);
    expect(counts(sumRowSampling(small, index, sampling(small, 0), none).cum.rawCount)).toEqual([
      'main 0',
      'visit 0',
      'walk 0',
    ]);
    expect(sumTotalSampling(small, sampling(small, 0), none).rawCount[0]).toBe(0);
  });

  it('add the variance of binomial thinning under either side’s rule', () => {
    const two = heap('a 3075 3148801 0 0 bytes=1024', 'a 1 912811 0 0 bytes=647168');
    const other = { kind: 'heap-objects', period: 65536 } as const;
    const row = sumTotalSampling(two, sampling(two, 0), null, other);
    const p = (size: number, period: number) => 1 - Math.exp(-size / period);
    const [small, large] = [p(1024, 524288), p(647168, 524288)];
    const expected = (6 * (1 - small)) / small ** 2 + (1 - large) / large ** 2;
    expect((row.variance[0] ?? 0) / expected).toBeCloseTo(1, 9);
    const thin = p(1024, 65536);
    // 647,168 bytes are more than 9.2 of the other periods, and exact there.
    const under = ((6 / small) * (1 - thin)) / thin;
    expect((row.otherVariance[0] ?? 0) / under).toBeCloseTo(1, 9);
  });
});
