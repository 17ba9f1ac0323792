import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrameIndex, indexFrames } from '../../../src/core/analysis/frames.ts';
import {
  calleesOf,
  callersOf,
  type NeighbourValues,
  NO_FRAME,
} from '../../../src/core/analysis/neighbours.ts';
import { findOccurrences } from '../../../src/core/analysis/occurrences.ts';
import { sumFrames } from '../../../src/core/analysis/top.ts';
import { weighStacks } from '../../../src/core/analysis/weights.ts';
import type { Profile } from '../../../src/core/profile/profile.ts';
import { arbitraryProfile, framesOf } from '../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';

function neighbours(profile: Profile, name: string) {
  const index = indexFrames(profile, 'functions', true);
  const weights = weighStacks(profile, 0);
  const frame = index.frames.name.indexOf(name);
  const occurrences = findOccurrences(profile.stacks, index, frame);
  return {
    callers: named(index, callersOf(profile.stacks, index, weights, occurrences)),
    callees: named(index, calleesOf(profile.stacks, index, weights, occurrences)),
  };
}

function named({ frames }: FrameIndex, { frame, value }: NeighbourValues): [string, number][] {
  return Array.from(frame, (row, i) => [
    row === NO_FRAME ? '-' : (frames.name[row] ?? '?'),
    value[i] ?? 0,
  ]);
}

describe('callers and callees', () => {
  it('are those of a function wherever it occurs, heaviest first', () => {
    const profile = drawProfile(`
      types n/count
      main;serve;grow       5
      main;store;grow;copy  7
      main;store;grow;zero  1
      grow                  2
    `);
    expect(neighbours(profile, 'grow')).toEqual({
      callers: [
        ['store', 8],
        ['serve', 5],
        ['-', 2],
      ],
      callees: [
        ['-', 7],
        ['copy', 7],
        ['zero', 1],
      ],
    });
  });

  it('of a recursive function are those of its outermost and innermost calls', () => {
    const profile = drawProfile(`
      types n/count
      main;walk;visit;walk;leaf  3
      main;walk;visit;walk       4
    `);
    expect(neighbours(profile, 'walk')).toEqual({
      callers: [['main', 7]],
      callees: [
        ['-', 4],
        ['leaf', 3],
      ],
    });
  });

  it('may be inlined', () => {
    const profile = drawProfile('types n/count\nmain>itoa>put;grow 3');
    expect(neighbours(profile, 'itoa')).toEqual({ callers: [['main', 3]], callees: [['put', 3]] });
    expect(neighbours(profile, 'put')).toEqual({ callers: [['itoa', 3]], callees: [['grow', 3]] });
  });

  it('are none for a frame that does not occur', () => {
    expect(neighbours(drawProfile('types n/count\nmain 1'), 'other')).toEqual({
      callers: [],
      callees: [],
    });
  });
});

describe('callers and callees in random profiles', () => {
  it('equal a naive walk over every sample, and add up to cum', () => {
    fc.assert(
      fc.property(arbitraryProfile(), fc.constantFrom('a', 'b', 'c'), (plain, name) => {
        const callers = new Map<string, number>();
        const callees = new Map<string, number>();
        for (const sample of plain.samples) {
          const frames = framesOf(plain, sample);
          if (!frames.includes(name)) continue;
          const caller = frames[frames.indexOf(name) - 1] ?? '-';
          const callee = frames[frames.lastIndexOf(name) + 1] ?? '-';
          callers.set(caller, (callers.get(caller) ?? 0) + sample.values[0]);
          callees.set(callee, (callees.get(callee) ?? 0) + sample.values[0]);
        }
        const found = neighbours(plain.profile, name);
        expect(new Map(found.callers)).toEqual(withoutZeros(callers));
        expect(new Map(found.callees)).toEqual(withoutZeros(callees));

        const index = indexFrames(plain.profile, 'functions', true);
        const sums = sumFrames(plain.profile.stacks, index, weighStacks(plain.profile, 0));
        const cum = sums.cum[index.frames.name.indexOf(name)] ?? 0;
        expect(sum(found.callers)).toBe(cum);
        expect(sum(found.callees)).toBe(cum);
      }),
    );
  });
});

const withoutZeros = (values: Map<string, number>) =>
  new Map([...values].filter(([, value]) => value !== 0));

const sum = (values: readonly [string, number][]) =>
  values.reduce((total, [, value]) => total + value, 0);
