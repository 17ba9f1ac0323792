import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusStacks } from '../../../src/core/analysis/focus.ts';
import { indexFrames } from '../../../src/core/analysis/frames.ts';
import { findOccurrences } from '../../../src/core/analysis/occurrences.ts';
import { sumBoxSamples, sumFrameSamples } from '../../../src/core/analysis/sample-sums.ts';
import { arbitraryProfile, framesOf } from '../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { growTree } from './draw-tree.ts';

describe('a box in every sample type', () => {
  it('counts stacks that weigh nothing under the type that is shown', () => {
    const profile = drawProfile(`
      types live/count made/count
      main;serve        1 10
      main;serve;freed  0 20
      main>serve        0 40
      -                 0 80
    `);
    const index = indexFrames(profile, 'functions', true);
    const box = (...names: string[]) =>
      sumBoxSamples(
        profile,
        index,
        null,
        Int32Array.from(names, (name) => index.frames.name.indexOf(name)),
      );
    expect(box('main', 'serve')).toEqual({ self: [1, 50], total: [1, 70] });
    expect(box('main', 'serve', 'freed')).toEqual({ self: [0, 20], total: [0, 20] });
    expect(box('serve')).toEqual({ self: [0, 0], total: [0, 0] });
    expect(box()).toEqual({ self: [0, 80], total: [1, 150] });
  });

  it('equals the nodes of that type’s tree in random profiles', () => {
    fc.assert(
      fc.property(arbitraryProfile(), fc.boolean(), ({ profile }, isFocused) => {
        const focus = isFocused ? ({ kind: 'frame', name: 'a' } as const) : null;
        const keeps = focus === null ? null : focusStacks(profile, focus);
        const index = indexFrames(profile, 'functions', true);
        const tree = growTree(profile, { sampleType: 1, focus });
        const [side] = tree.columns;
        for (let node = 0; node < tree.length; node++) {
          tree.childrenOf(node);
          const { self, total } = sumBoxSamples(profile, index, keeps, tree.pathTo(node));
          expect([self[1], total[1]]).toEqual([side?.self[node], side?.total[node]]);
        }
      }),
    );
  });
});

describe('a frame in every sample type', () => {
  it('equals a naive walk over every sample', () => {
    fc.assert(
      fc.property(arbitraryProfile(), fc.constantFrom('a', 'b'), (plain, name) => {
        const expected = { self: [0, 0], total: [0, 0] };
        for (const sample of plain.samples) {
          const frames = framesOf(plain, sample);
          sample.values.forEach((value, type) => {
            if (frames.includes(name)) expected.total[type] = (expected.total[type] ?? 0) + value;
            if (frames.at(-1) === name) expected.self[type] = (expected.self[type] ?? 0) + value;
          });
        }
        const index = indexFrames(plain.profile, 'functions', true);
        const frame = index.frames.name.indexOf(name);
        const occurrences = findOccurrences(plain.profile.stacks, index, frame);
        expect(sumFrameSamples(plain.profile, index, null, occurrences)).toEqual(expected);
      }),
    );
  });
});
