import { describe, expect, it } from 'vitest';
import { placesOf, relativePathTo } from '../../../src/backend/investigation/places.ts';

describe('where a profile may be', () => {
  it('is beside the investigation first, then where it was', () => {
    const reference = { path: '/old/heap', relativePath: '../profiles/heap' };
    expect(placesOf(reference, '/new/work')).toEqual(['/new/profiles/heap', '/old/heap']);
    expect(placesOf(reference, null)).toEqual(['/old/heap']);
    expect(placesOf({ path: '/a/b', relativePath: 'b' }, '/a')).toEqual(['/a/b']);
  });

  it('is nowhere for one that is inside, or was on another system', () => {
    expect(placesOf({ path: null, relativePath: null }, '/a')).toEqual([]);
    expect(placesOf({ path: 'C:\\profiles\\heap', relativePath: null }, '/a')).toEqual([]);
  });
});

describe('the way from an investigation to a profile', () => {
  it('is written with slashes', () => {
    expect(relativePathTo('/work/a', '/work/profiles/heap')).toBe('../profiles/heap');
    expect(relativePathTo('/work', '/work/heap')).toBe('heap');
  });
});
