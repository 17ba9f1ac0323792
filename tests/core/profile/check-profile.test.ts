import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../../src/core/profile/check-profile.ts';
import type { Profile } from '../../../src/core/profile/profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';

const sound = drawProfile(`
  types alloc_objects/count alloc_space/bytes
  main;handle;buildKey        3 96   bytes=32
  main;handle;encode>marshal  1 64   tenant=blue
  main;idle                   2 2
  -                           1 8
`);

/** One column of the sound profile changed, and what is said of it. */
const unsound: [fault: string, profile: Profile][] = [
  ['samples.stack has 1 entries instead of 4.', samples({ stack: Int32Array.of(2) })],
  ['samples.stack[1] is 9, of 5 rows.', samples({ stack: Int32Array.of(2, 9, 4, -1) })],
  ['samples.stack[3] is -2, of 5 rows.', samples({ stack: Int32Array.of(2, 3, 4, -2) })],
  ['samples.labelStart begins with 1.', samples({ labelStart: Int32Array.of(1, 1, 2, 2, 2) })],
  [
    'samples.labelStart[2] is 0, less than the entry before.',
    samples({ labelStart: Int32Array.of(0, 1, 0, 2, 2) }),
  ],
  ['samples.labelStart ends with 1, not 2.', samples({ labelStart: Int32Array.of(0, 1, 1, 1, 1) })],
  [
    'samples.values[0][2] is 0.5, which is no integer.',
    samples({ values: [Float64Array.of(3, 1, 0.5, 1), Float64Array.of(96, 64, 2, 8)] }),
  ],
  [
    'samples.values has 1 entries instead of 2.',
    samples({ values: [Float64Array.of(3, 1, 2, 1)] }),
  ],
  ['stacks.location[4] is -1, of 5 rows.', stacks({ location: Int32Array.of(0, 1, 2, 3, -1) })],
  [
    'stacks.parent[2] is 3, which is not above it.',
    stacks({ parent: Int32Array.of(-1, 0, 3, 1, 0), subtreeEnd: Int32Array.of(2, 2, 3, 4, 5) }),
  ],
  ['stacks.subtreeEnd[1] is 3 instead of 4.', stacks({ subtreeEnd: Int32Array.of(5, 3, 3, 4, 5) })],
  ['stacks.subtreeEnd[0] is not 5.', stacks({ subtreeEnd: Int32Array.of(4, 4, 3, 4, 5) })],
  [
    'stacks row 3 has the stack of a row before it.',
    stacks({ location: Int32Array.of(0, 1, 2, 2, 4) }),
  ],
  [
    "stacks row 3 is no sample's stack, nor part of one.",
    samples({ stack: Int32Array.of(2, 2, 4, -1) }),
  ],
  [
    'locations.mapping[0] is 0, of 0 rows.',
    { ...sound, locations: { ...sound.locations, mapping: Int32Array.of(0, -1, -1, -1, -1) } },
  ],
  [
    'lines.function[1] is 77, of 6 rows.',
    { ...sound, lines: { ...sound.lines, function: Int32Array.of(0, 77, 2, 3, 4, 5) } },
  ],
  [
    'functions.name has 0 entries instead of 6.',
    { ...sound, functions: { ...sound.functions, name: [] } },
  ],
  [
    'mappings.start has 0 entries instead of 1.',
    { ...sound, mappings: { ...sound.mappings, length: 1 } },
  ],
  ['labels.key[0] is 9, of 4 rows.', labels({ key: Int32Array.of(9, 1) })],
  ['Label 1 is both text and a number.', labels({ num: BigInt64Array.of(32n, 7n) })],
  ['labels.text does not begin with the empty string.', labels({ text: ['x', 'a', 'b', 'c'] })],
];

describe('checkProfile', () => {
  it('finds nothing in a sound profile, or an empty one', () => {
    expect(checkProfile(sound)).toEqual([]);
    expect(checkProfile(drawProfile(''))).toEqual([]);
  });

  it.each(unsound)('says: %s', (fault, profile) => {
    expect(checkProfile(profile)).toContain(fault);
  });
});

function samples(change: Partial<Profile['samples']>): Profile {
  return { ...sound, samples: { ...sound.samples, ...change } };
}

function stacks(change: Partial<Profile['stacks']>): Profile {
  return { ...sound, stacks: { ...sound.stacks, ...change } };
}

function labels(change: Partial<Profile['labels']>): Profile {
  return { ...sound, labels: { ...sound.labels, ...change } };
}
