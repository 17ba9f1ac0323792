import { describe, expect, it } from 'vitest';
import { boxOfRow } from '../../src/renderer/views/flame/boxes-of-slice.ts';
import { placeOn, zoomedOn } from '../../src/renderer/views/flame/compared-places.ts';
import type { Compared } from '../../src/renderer/views/flame/flame-types.ts';
import {
  comparedFacts,
  comparedRootLabels,
  comparedSentence,
} from '../../src/words/compared-box-words.ts';
import { comparedSlice } from '../helpers/compared-slices.ts';

const objects: Compared = {
  key: '',
  drawn: 0,
  type: { type: 'alloc_objects', unit: 'count' },
  scales: [1, 1],
  per: '',
};
const perRequest: Compared = { ...objects, scales: [0.1, 0.01], per: 'per request' };

// Rows: 0 all 1000 → 400, 1 fell 900 → 300 (its own 100 → 300), 2 below it 800 → 0, 3 new 0 → 100; 100 → 0 are the root's.
const slice = comparedSlice(
  {
    self: [100, 0],
    children: [{ self: [100, 300], children: [{ self: [800, 0] }] }, { self: [0, 100] }],
  },
  'all',
);
const box = (row: number) => boxOfRow(slice, row);

describe('the numbers of a box on both sides', () => {
  it('are flat and cum with their change and ratio, and shares that say what of', () => {
    expect(comparedFacts(box(1), objects)).toEqual([
      { label: 'flat', before: '100', after: '300', change: '+200', ratio: '×3' },
      { label: 'cum', before: '900', after: '300', change: '−600', ratio: '×0.333' },
      { label: 'share of its side', before: '90.0%', after: '75.0%', change: '', ratio: '' },
      { label: 'change of total before', before: '', after: '', change: '−60.0%', ratio: '' },
    ]);
  });

  it('are divided as the user divides', () => {
    const [flat] = comparedFacts(box(1), perRequest);
    expect(flat).toMatchObject({ before: '10', after: '3', change: '−7', ratio: '×0.300' });
  });

  it('are few about everything', () => {
    expect(comparedFacts(box(0), objects)).toEqual([
      { label: 'total', before: '1k', after: '400', change: '−600', ratio: '×0.400' },
    ]);
  });
});

describe('the words of a box of a comparison', () => {
  it('are spoken as one sentence', () => {
    expect(comparedSentence(box(1), 'main.f', objects)).toBe(
      'main.f, 900 before, 300 objects after, −600, −66.7% of what it was, its own 100 before, 300 after, level 1.',
    );
    expect(comparedSentence(box(2), 'main.g', perRequest)).toContain(
      'main.g, 80 objects per request before, gone after',
    );
    expect(comparedSentence(box(3), 'main.h', objects)).toContain('new, 100 objects after');
    expect(comparedSentence(box(0), 'All samples', objects)).toBe(
      'All samples, 1k before, 400 objects after, −600, −60.0% of what it was.',
    );
  });

  it('stand on the root: the side drawn, or both', () => {
    expect(comparedRootLabels([1000, 400], perRequest)).toEqual([
      'all · 100 objects per request',
      'all · 100 objects',
      'all',
    ]);
    expect(comparedRootLabels([1000, 400], { ...objects, drawn: null })[0]).toBe(
      'all · 1k → 400 objects',
    );
  });
});

describe('the place of a box', () => {
  const { place } = box(1);

  it('is another one on each side, and found again where both are one graph', () => {
    expect(placeOn(place, 1)).toMatchObject({ node: 1, x: 0, weight: 300 });
    expect(placeOn(placeOn(place, 0), null)).toEqual(place);
    expect(placeOn(box(2).place, 1).weight).toBe(0);
  });

  it('is as wide as on the side where it is wider, on a shared scale', () => {
    expect(zoomedOn(placeOn(place, 1), 'shared').weight).toBe(900);
    expect(zoomedOn(placeOn(place, 1), 'own').weight).toBe(300);
  });
});
