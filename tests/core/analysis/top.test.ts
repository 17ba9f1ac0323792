import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Granularity, indexFrames } from '../../../src/core/analysis/frames.ts';
import { INLINE_MARKS, inlineMarks } from '../../../src/core/analysis/inline-marks.ts';
import {
  reportTotal,
  sumFrames,
  sumLeaves,
  type TopOrder,
  topFrames,
} from '../../../src/core/analysis/top.ts';
import { weighStacks } from '../../../src/core/analysis/weights.ts';
import type { Profile } from '../../../src/core/profile/profile.ts';
import { arbitraryProfile, framesOf } from '../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';

interface Options {
  granularity?: Granularity;
  inlines?: boolean;
  order?: TopOrder;
}

/** The table as `flat cum name` lines. */
function table(profile: Profile, options: Options = {}): string[] {
  const { granularity = 'functions', inlines = true, order = 'flat' } = options;
  const index = indexFrames(profile, granularity, inlines);
  const weights = weighStacks(profile, 0);
  const sums = sumFrames(profile.stacks, index, weights);
  const marks = inlineMarks(profile.stacks, index, weights);
  return Array.from(
    topFrames(index.frames, sums, order),
    (frame) =>
      `${sums.flat[frame]} ${sums.cum[frame]} ${index.frames.name[frame]}${INLINE_MARKS[marks[frame] ?? 0]}`,
  );
}

describe('the top table', () => {
  it('sums leaves into flat and everything on the path into cum', () => {
    const profile = drawProfile(`
      types n/count
      main;serve;encode  5
      main;serve         2
      main;idle          1
    `);
    expect(table(profile)).toEqual(['5 5 encode', '2 7 serve', '1 1 idle', '0 8 main']);
    expect(table(profile, { order: 'cum' })).toEqual([
      '0 8 main',
      '2 7 serve',
      '5 5 encode',
      '1 1 idle',
    ]);
  });

  it('counts a function once for each sample however often it recurs', () => {
    const profile = drawProfile(`
      types n/count
      main;walk;walk;visit;walk  3
      main;walk>walk;walk        4
    `);
    expect(table(profile)).toEqual(['7 7 walk', '0 7 main', '0 3 visit']);
  });

  it('tells columns apart with addresses, unless inlined frames are left out', () => {
    const profile = drawProfile(`
      types n/count
      [0x40]main@m.go:5:3;[0x60]f@m.go:9:7  1
      [0x40]main@m.go:5:3;[0x60]f@m.go:9:8  2
    `);
    expect(table(profile, { granularity: 'addresses' })).toEqual([
      '2 2 0000000000000060 f m.go:9:8',
      '1 1 0000000000000060 f m.go:9:7',
      '0 3 0000000000000040 main m.go:5:3',
    ]);
    const joined = ['3 3 0000000000000060 f m.go:9', '0 3 0000000000000040 main m.go:5'];
    expect(table(profile, { granularity: 'addresses', inlines: false })).toEqual(joined);
    expect(table(profile, { granularity: 'lines' })).toEqual(['3 3 f m.go:9', '0 3 main m.go:5']);
  });

  it('gives flat to the innermost inlined frame, or without inlines to the physical one', () => {
    const profile = drawProfile(`
      types n/count
      main>serve>encode  6
      main               1
    `);
    expect(table(profile)).toEqual(['6 6 encode (inline)', '1 7 main', '0 6 serve (inline)']);
    expect(table(profile, { inlines: false })).toEqual(['7 7 main']);
  });

  it('leaves out rows that are zero in both columns, and sorts negative ones by magnitude', () => {
    const profile = drawProfile(`
      types n/count
      main;gone  5
      main;gone  -5
      main;less  -9
      main;more  7
    `);
    expect(table(profile)).toEqual(['-9 -9 less', '7 7 more', '0 -2 main']);
  });

  it('breaks ties by name, then by the other column', () => {
    const profile = drawProfile(`
      types n/count
      z;b  1
      z;a  1
    `);
    expect(table(profile)).toEqual(['1 1 a', '1 1 b', '0 2 z']);
  });

  it('tells frames apart as finely as it is asked to', () => {
    const profile = drawProfile(`
      types n/count
      f@x.go:1  1
      f@x.go:2  2
      f@y.go:1  4
      g@y.go:9  8
    `);
    expect(table(profile)).toEqual(['8 8 g', '7 7 f']);
    expect(table(profile, { granularity: 'filefunctions' })).toEqual([
      '8 8 g y.go',
      '4 4 f y.go',
      '3 3 f x.go',
    ]);
    expect(table(profile, { granularity: 'files' })).toEqual(['12 12 y.go', '3 3 x.go']);
    expect(table(profile, { granularity: 'lines' })).toEqual([
      '8 8 g y.go:9',
      '4 4 f y.go:1',
      '2 2 f x.go:2',
      '1 1 f x.go:1',
    ]);
  });

  it('counts samples without a stack in the total alone', () => {
    const profile = drawProfile(`
      types n/count
      main  5
      -     3
    `);
    expect(table(profile)).toEqual(['5 5 main']);
    expect(reportTotal(profile, 0)).toBe(8);
  });

  it('refers to magnitudes, or to the base samples of a saved comparison', () => {
    expect(reportTotal(drawProfile('types n/count\na 5\nb -3'), 0)).toBe(8);
    const comparison = `
      types n/count
      a  5
      b  -3  pprof::base=true
      c  -1  pprof::base=false
    `;
    expect(reportTotal(drawProfile(comparison), 0)).toBe(3);
  });
});

describe('the marks of inlined frames', () => {
  it('are partial where another caller calls the function', () => {
    const profile = drawProfile(`
      types n/count
      main>copy       1
      main;read;copy  1
    `);
    expect(table(profile)).toEqual(['2 2 copy (partial-inline)', '0 2 main', '0 1 read']);
  });

  it('are missing where the caller that inlines it also calls it', () => {
    const profile = drawProfile(`
      types n/count
      main>copy  1
      main;copy  1
    `);
    expect(table(profile)).toEqual(['2 2 copy', '0 2 main']);
  });
});

describe('sums over random profiles', () => {
  it('equal those of a naive walk over every sample', () => {
    fc.assert(
      fc.property(arbitraryProfile(), (plain) => {
        const flat = new Map<string, number>();
        const cum = new Map<string, number>();
        for (const sample of plain.samples) {
          const frames = framesOf(plain, sample);
          const value = sample.values[0];
          const leaf = frames.at(-1);
          if (leaf !== undefined) flat.set(leaf, (flat.get(leaf) ?? 0) + value);
          for (const name of new Set(frames)) cum.set(name, (cum.get(name) ?? 0) + value);
        }
        const index = indexFrames(plain.profile, 'functions', true);
        const sums = sumFrames(plain.profile.stacks, index, weighStacks(plain.profile, 0));
        index.frames.name.forEach((name, frame) => {
          expect(sums.flat[frame]).toBe(flat.get(name) ?? 0);
          expect(sums.cum[frame]).toBe(cum.get(name) ?? 0);
        });
        expect(sumLeaves(plain.profile, index, [0, 0], null)).toEqual([sums.flat, sums.flat]);
      }),
    );
  });

  it('add up: flat to what has a stack, cum to no more than the weights', () => {
    fc.assert(
      fc.property(arbitraryProfile({ negative: false }), fc.boolean(), (plain, inlines) => {
        const { stacks } = plain.profile;
        const index = indexFrames(plain.profile, 'functions', inlines);
        const weights = weighStacks(plain.profile, 0);
        const { flat, cum } = sumFrames(stacks, index, weights);
        const stackless = plain.samples
          .filter(({ stack }) => stack.length === 0)
          .reduce((sum, { values }) => sum + values[0], 0);
        expect(flat.reduce((sum, value) => sum + value, 0)).toBe(weights.allTotal - stackless);
        for (const value of cum) expect(value).toBeLessThanOrEqual(weights.allWeight);
        cum.forEach((value, frame) => {
          expect(value).toBeGreaterThanOrEqual(flat[frame] ?? 0);
        });
      }),
    );
  });
});
