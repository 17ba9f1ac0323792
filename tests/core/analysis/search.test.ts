import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexFrames } from '../../../src/core/analysis/frames.ts';
import {
  markLocations,
  matchFrames,
  totalMatched,
  weighMatches,
} from '../../../src/core/analysis/matches.ts';
import { weighStacks } from '../../../src/core/analysis/weights.ts';
import { widestBoxes } from '../../../src/core/analysis/widest-boxes.ts';
import type { Profile } from '../../../src/core/profile/profile.ts';
import { arbitraryProfile, framesOf } from '../../helpers/arbitrary-profile.ts';
import { drawProfile } from '../../helpers/draw-profile.ts';
import { growTree } from './draw-tree.ts';

/** The matched weight, and the matched boxes by path, widest first. */
function search(profile: Profile, text: string, limit = Number.POSITIVE_INFINITY, effort?: number) {
  const index = indexFrames(profile, 'functions', true);
  const marked = matchFrames(index.frames, { text, regex: true, caseSensitive: true });
  const weights = weighStacks(profile, 0);
  const matched = weighMatches(profile.stacks, weights, markLocations(index, marked));
  const tree = growTree(profile);
  const { nodes, areAll } = widestBoxes(tree, marked, [matched], limit, effort);
  const boxes = nodes.map((node) => {
    const path = Array.from(tree.pathTo(node), (frame) => index.frames.name[frame]).join(';');
    return `${path} ${tree.weightOf(node)}`;
  });
  return { weight: totalMatched(profile.stacks, matched), boxes, areAll, grown: tree.length };
}

describe('a search', () => {
  const profile = drawProfile(`
    types n/count
    main;json;encode;json  5
    main;http;json>quote   7
    main;http              1
    lone;json              2
    idle;deep;deeper       9
  `);

  it('finds matches, widest first, also within each other, and weighs nested ones once', () => {
    const { weight, boxes, areAll } = search(profile, 'json');
    expect(weight).toBe(14);
    expect(boxes).toEqual([
      'main;http;json 7',
      'main;json 5',
      'main;json;encode;json 5',
      'lone;json 2',
    ]);
    expect(areAll).toBe(true);
  });

  it('finds what is inlined', () => {
    expect(search(profile, 'quote').boxes).toEqual(['main;http;json;quote 7']);
  });

  it('finds no more than it is asked for, and ends early when it becomes too much', () => {
    expect(search(profile, 'json', 1)).toMatchObject({
      boxes: ['main;http;json 7'],
      areAll: false,
    });
    expect(search(profile, 'json', 9, 1)).toMatchObject({ boxes: [], areAll: false });
  });

  it('makes only the nodes on the way to matches, and what those call', () => {
    // Of `idle` it makes `deep`, but nothing of `main`, `lone` and `deep`.
    expect(search(profile, 'idle').grown).toBe(growTree(profile).length + 1);
  });

  it('finds nothing where nothing matches', () => {
    expect(search(profile, 'nowhere')).toMatchObject({ weight: 0, boxes: [] });
  });

  it('says what is wrong with a pattern', () => {
    expect(() => search(profile, '(')).toThrow(/^This is not a regular expression: .*\.$/);
  });
});

describe('a search in random profiles', () => {
  it('equals a naive walk over every sample', () => {
    fc.assert(
      fc.property(arbitraryProfile(), fc.constantFrom('a', '[bc]', '[a-d]', '.'), (plain, text) => {
        const pattern = new RegExp(text);
        const widths = new Map<string, number>();
        let expected = 0;
        for (const sample of plain.samples) {
          const frames = framesOf(plain, sample);
          const weight = Math.abs(sample.values[0]);
          if (frames.some((name) => pattern.test(name))) expected += weight;
          for (const [at, name] of frames.entries()) {
            const path = frames.slice(0, at + 1).join(';');
            if (weight > 0 && pattern.test(name))
              widths.set(path, (widths.get(path) ?? 0) + weight);
          }
        }
        const { weight, boxes } = search(plain.profile, text);
        expect(weight).toBe(expected);
        expect(weight).toBeLessThanOrEqual(weighStacks(plain.profile, 0).allWeight);
        expect(boxes.toSorted()).toEqual(
          [...widths].map(([path, width]) => `${path} ${width}`).sort(),
        );
        const found = boxes.map((box) => Number(box.split(' ')[1]));
        expect(found).toEqual(found.toSorted((a, b) => b - a));
      }),
    );
  });
});
