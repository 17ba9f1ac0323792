import { describe, expect, it } from 'vitest';
import { averageSizePair } from '../../../src/core/units/average-size-pair.ts';
import { describeSampleType } from '../../../src/core/units/sample-type-words.ts';

describe('describeSampleType', () => {
  it('explains what drives the collector', () => {
    expect(describeSampleType({ type: 'alloc_objects', unit: 'count' })).toEqual({
      title: 'Objects allocated',
      sentence: 'Objects allocated since start, freed or not: what drives the collector.',
      noun: { one: 'object', many: 'objects' },
    });
  });

  it.each([
    ['requests', 'count', 'requests', 'Counts that the profile calls “requests”.'],
    ['energy', 'joules', 'energy', 'Values in joules that the profile calls “energy”.'],
    ['', '', 'Values', 'Counts; the profile does not say of what.'],
    ['constructor', 'count', 'constructor', 'Counts that the profile calls “constructor”.'],
    ['a\nb', 'count', 'a\\u{A}b', 'Counts that the profile calls “a\\u{A}b”.'],
  ])('claims nothing about %j in %j', (type, unit, title, sentence) => {
    expect(describeSampleType({ type, unit })).toMatchObject({ title, sentence });
  });
});

describe('averageSizePair', () => {
  const heap = [
    { type: 'alloc_objects', unit: 'count' },
    { type: 'alloc_space', unit: 'bytes' },
    { type: 'inuse_objects', unit: 'count' },
    { type: 'inuse_space', unit: 'bytes' },
  ];

  it.each([
    [0, { objects: 0, space: 1 }],
    [1, { objects: 0, space: 1 }],
    [2, { objects: 2, space: 3 }],
    [3, { objects: 2, space: 3 }],
    [4, null],
    [-1, null],
  ])('finds the partner of heap type %d', (index, expected) => {
    expect(averageSizePair(heap, index)).toEqual(expected);
  });

  it('finds the bare pair of older profiles', () => {
    const types = [
      { type: 'space', unit: 'bytes' },
      { type: 'objects', unit: 'count' },
    ];
    expect(averageSizePair(types, 0)).toEqual({ objects: 1, space: 0 });
  });

  it('wants both partners, and space in bytes', () => {
    expect(averageSizePair(heap.slice(1, 3), 0)).toBeNull();
    const timed = [
      { type: 'objects', unit: 'count' },
      { type: 'space', unit: 'seconds' },
    ];
    expect(averageSizePair(timed, 0)).toBeNull();
    expect(averageSizePair([{ type: 'cpu', unit: 'nanoseconds' }], 0)).toBeNull();
  });
});
