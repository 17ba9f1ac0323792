import { describe, expect, it } from 'vitest';
import { boxOfRow, deepestRow } from '../../src/renderer/views/flame/boxes-of-slice.ts';
import type { FlameBox } from '../../src/renderer/views/flame/flame-types.ts';
import { boxFacts, boxName, boxSentence, rootLabels } from '../../src/words/box-words.ts';
import { sliceOf } from '../helpers/flame-slices.ts';

const heap = [
  { type: 'alloc_objects', unit: 'count' },
  { type: 'alloc_space', unit: 'bytes' },
];
const objects = { type: 'alloc_objects', unit: 'count' };
const cpu = { type: 'cpu', unit: 'nanoseconds' };

const frames = {
  name: (frame: number) => `main.f${frame}`,
  place: () => '',
  package: () => 'main',
  module: () => '',
};

// Rows: 0 root, 1 main.f0, 2 main.f1, 3 main.f2, 4 a remainder of 5.
const slice = sliceOf({
  self: 0,
  children: [{ self: 100, children: [{ self: 800 }] }, { self: 96 }, { self: 4, merged: 5 }],
});
const box = (row: number, merged = 0): FlameBox => boxOfRow(slice, row, merged);

describe('boxOfRow', () => {
  it('tells a box with its values and those it is compared with', () => {
    expect(box(2)).toEqual({
      place: { node: 2, frame: 1, depth: 2, x: 0, weight: 800, sides: [] },
      total: 800,
      self: 800,
      allTotal: 1000,
      parentTotal: 900,
      merged: 0,
      sides: [],
    });
  });

  it('adds up what is merged, on screen and in the slice', () => {
    expect(box(4)).toMatchObject({ merged: 5, total: 4, self: 0, place: { frame: -1 } });
    expect(box(3, 6)).toMatchObject({ merged: 6, total: 100, place: { frame: -1, weight: 100 } });
  });

  it('knows how deep a slice is', () => {
    expect(deepestRow(slice)).toBe(2);
  });
});

describe('the words of a box', () => {
  it('name it', () => {
    expect(boxName(box(1), frames)).toBe('main.f0');
    expect(boxName(box(0), frames)).toBe('All samples');
    expect(boxName(box(4), frames)).toBe('5 boxes too narrow to draw, together 0.40%');
    expect(boxName(box(2, 1), frames)).toBe('1 box too narrow to draw, together 80.0%');
  });

  it('are spoken as one sentence', () => {
    expect(boxSentence(box(1), frames, objects)).toBe(
      'main.f0, 900 objects, 90.0% of all, 100 its own, level 1.',
    );
    expect(boxSentence(box(2), frames, objects)).toContain('all of it its own');
    expect(boxSentence({ ...box(1), self: 0 }, frames, objects)).toContain('none of it its own');
    expect(boxSentence(box(0), frames, objects)).toBe('All samples, 1k objects.');
    expect(boxSentence(box(4), frames, objects)).toBe(
      '5 boxes too narrow to draw, together 0.40%.',
    );
  });

  it('stand on the root', () => {
    expect(rootLabels(1000, objects)).toEqual(['all · 1k objects', 'all']);
    expect(rootLabels(1000, undefined)).toEqual(['all']);
  });
});

describe('boxFacts', () => {
  it('are flat, cum, shares and the average size of an object', () => {
    const values = { self: [800, 0], total: [800, 25_600] };
    expect(boxFacts(box(2), heap, 0, values)).toEqual([
      { label: 'flat', value: '800 objects', share: '80.0% of total' },
      { label: 'cum', value: '800 objects', share: '80.0% of total' },
      { label: '', value: '', share: '88.9% of caller' },
      { label: 'average object', value: '32 B', share: '' },
    ]);
  });

  it('wait for the values of the other sample types', () => {
    expect(boxFacts(box(1), heap, 0, null).at(-1)).toMatchObject({ value: '…' });
    expect(boxFacts(box(1), heap, 0, { self: [0, 0], total: [0, 9] }).at(-1)).toMatchObject({
      value: '—',
    });
  });

  it('claim no object sizes where there are no objects', () => {
    expect(boxFacts(box(1), [cpu], 0, null).map(({ label }) => label)).toEqual(['flat', 'cum']);
  });

  it('are few about a remainder and about everything', () => {
    expect(boxFacts(box(4), heap, 0, null)).toEqual([
      { label: 'total', value: '4 objects', share: '0.40% of total' },
    ]);
    expect(boxFacts(box(0), heap, 0, null)).toEqual([
      { label: 'total', value: '1k objects', share: '' },
    ]);
  });
});
