import { describe, expect, it } from 'vitest';
import { ProfileBuilder } from '../../src/core/profile/builder.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { summarise } from '../../src/engine/summary.ts';
import { drawProfile } from '../helpers/draw-profile.ts';

const source = { name: 'heap.pb.gz', path: '/tmp/heap.pb.gz', bytes: new Uint8Array(7) };

const summaryOf = (profile: Profile) => summarise(3, source, profile);
const warningsOf = (drawing: string) => summaryOf(drawProfile(drawing)).warnings;

describe('a summary', () => {
  it('gives the facts of a profile', () => {
    const builder = new ProfileBuilder();
    builder.sampleTypes.push({ type: 'cpu', unit: 'nanoseconds' });
    builder.timeNanos = 1_700_000_000_123_456_789n;
    builder.durationNanos = 30_000_000_000n;
    builder.period = 10_000_000;
    builder.periodType = { type: 'cpu', unit: 'nanoseconds' };
    const mapping = builder.addMapping({ filename: '/usr/bin/api', buildId: 'abc' });
    const fn = builder.addFunction({ name: 'main.main' });
    const location = builder.addLocation({ mapping, lines: [{ function: fn }] });
    builder.addSample([location], [-5], [{ key: 'tenant', str: 'a' }]);
    builder.addSample([location], [9], [{ key: 'endpoint', str: 'b' }]);
    expect(summaryOf(builder.finish())).toMatchObject({
      id: 3,
      name: 'heap.pb.gz',
      path: '/tmp/heap.pb.gz',
      fileBytes: 7,
      timeMillis: 1_700_000_000_123,
      durationNanos: 30e9,
      counts: { samples: 2, stacks: 1, locations: 1, functions: 1, mappings: 1 },
      totals: [14],
      binary: 'api',
      buildId: 'abc',
      labelKeys: ['endpoint', 'tenant'],
    });
  });

  it('says what is not known', () => {
    expect(summaryOf(drawProfile('types n/count\nmain 1'))).toMatchObject({
      timeMillis: null,
      durationNanos: null,
      periodType: null,
      binary: '',
      labelKeys: [],
      warnings: [],
    });
  });

  it.each([
    ['types alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes', 0, 3],
    [
      'types alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes\ndefault alloc_space',
      0,
      1,
    ],
    ['types samples/count cpu/nanoseconds', 1, 1],
    ['types samples/count cpu/nanoseconds\ndefault samples', 0, 0],
    ['types samples/count cpu/nanoseconds\ndefault wall', 1, 1],
    ['types alloc_objects/count alloc_space/bytes', 1, 1],
  ])('shows first what tells most: %s', (types, first, pprofs) => {
    const summary = summaryOf(drawProfile(types));
    expect([summary.firstSampleType, summary.defaultSampleType]).toEqual([first, pprofs]);
  });
});

describe('warnings', () => {
  it.each([
    [
      'types n/count',
      'It has no samples: nothing was recorded while it was taken. Take it again, for longer or under load.',
    ],
    [
      'types n/count\nmain 0',
      'All its values are zero: nothing was recorded while it was taken. Take it again, for longer or under load.',
    ],
    [
      'types contentions/count delay/nanoseconds',
      'It has no samples: nothing was recorded while it was taken. Take it again under load, once the program has called runtime.SetBlockProfileRate or runtime.SetMutexProfileFraction.',
    ],
    [
      'types n/count\nmain 4\nmain;f -1\nmain;g 2',
      '1 of 3 samples is below zero: it is a difference of two profiles. Widths show the size of changes, either way.',
    ],
    [
      'types n/count\nmain 4\nmain -1 pprof::base=true',
      'It is a comparison saved by pprof -diff_base: shares are of the side compared with.',
    ],
    [
      'types n/count\n[0x40];[0x80] 1',
      'All 2 locations are without a function name; they are shown by the file they were mapped from. To name them, run pprof -proto with the binary at hand and open what it saves.',
    ],
    [
      `types n/count\n${Array.from({ length: 32 }, (_, i) => `f${i}`).join(';')} 1\nmain 1`,
      '1 of 2 samples is 32 frames deep, as deep as Go records: their outermost callers may be missing.',
    ],
    [
      'types n/count\ndefault other\nmain 1',
      'It asks to show “other” first, which is none of its sample types.',
    ],
    ['types n/count n/count\nmain 1 1', 'It has the sample type “n” more than once.'],
    [
      'types alloc_objects/count alloc_space/bytes\nmain 1 1',
      'It does not say at which rate allocations were sampled, so how exact its numbers are is unknown.',
    ],
  ])('%j: %s', (drawing, warning) => {
    expect(warningsOf(drawing)).toEqual([warning]);
  });

  it('are none for a sound heap profile', () => {
    const drawing = `
      types alloc_objects/count alloc_space/bytes
      period 524288 space/bytes
      main;f  1 8
    `;
    expect(warningsOf(drawing)).toEqual([]);
  });
});
