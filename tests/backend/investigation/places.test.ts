import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placesOf, relativePathTo } from '../../../src/backend/investigation/places.ts';
import { isUnix } from '../../helpers/platform.ts';

describe('where a profile may be', () => {
  it('is beside the investigation first, then where it was', () => {
    const reference = { path: '/old/heap', relativePath: '../profiles/heap' };
    const [beside, before] = [resolve('/new/profiles/heap'), resolve('/old/heap')];
    expect(placesOf(reference, '/new/work')).toEqual([beside, before]);
    expect(placesOf(reference, null)).toEqual([before]);
    expect(placesOf({ path: '/a/b', relativePath: 'b' }, '/a')).toEqual([resolve('/a/b')]);
  });

  it('is nowhere for one that is inside', () => {
    expect(placesOf({ path: null, relativePath: null }, '/a')).toEqual([]);
  });

  it.runIf(isUnix)('is nowhere for one that was on Windows (skipped there)', () => {
    expect(placesOf({ path: 'C:\\profiles\\heap', relativePath: null }, '/a')).toEqual([]);
  });
});

describe('the way from an investigation to a profile', () => {
  it('is written with slashes', () => {
    expect(relativePathTo('/work/a', '/work/profiles/heap')).toBe('../profiles/heap');
    expect(relativePathTo('/work', '/work/heap')).toBe('heap');
  });
});
