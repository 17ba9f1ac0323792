import { describe, expect, it } from 'vitest';
import type { ProfileSummary } from '../../../src/bridge/engine-api.ts';
import { nameParts } from '../../../src/core/text/name-parts.ts';
import { searchWords } from '../../../src/renderer/views/header/search-words.ts';
import {
  progressSteps,
  progressWords,
} from '../../../src/renderer/views/openings/progress-words.ts';
import { denominatorWords } from '../../../src/words/denominator-words.ts';
import { namesakeNote } from '../../../src/words/namesake-note.ts';
import { packagedName } from '../../../src/words/packaged-name.ts';
import { samplingWords } from '../../../src/words/sampling-words.ts';

const objects = { type: 'alloc_objects', unit: 'count' };
const cpu = { type: 'cpu', unit: 'nanoseconds' };
const all = { focus: null };

describe('a search', () => {
  const box = { node: 1, frame: 0, depth: 1, x: 0, weight: 1, sides: [] };
  const result = {
    frames: Int32Array.of(0),
    matchedWeight: 182,
    total: 1000,
    sides: [],
    boxes: [box, box, box],
    areAllBoxes: true,
  };
  it('tells share and place', () => {
    expect(searchWords(result, 2, objects, all)).toBe(
      '18.2% of all objects allocated, 3 of 3 boxes',
    );
    expect(searchWords(result, -1, cpu, all)).toBe('18.2% of all CPU time, 3 boxes');
    const nothing = { ...result, frames: new Int32Array() };
    expect(searchWords(nothing, -1, cpu, all)).toBe('Nothing matches');
  });
  it('says so when there are more boxes than can be stepped through', () => {
    const many = { ...result, areAllBoxes: false };
    expect(searchWords(many, 1, cpu, all)).toBe('18.2% of all CPU time, 2 of the 3 widest boxes');
    expect(searchWords(many, -1, cpu, all)).toBe('18.2% of all CPU time, the 3 widest boxes');
  });
  it('says so when the share is of a part of the samples', () => {
    const focus = { kind: 'frame', name: 'main.main' } as const;
    expect(searchWords(result, 0, objects, { focus })).toBe(
      '18.2% of objects allocated on the stacks shown, 1 of 3 boxes',
    );
  });
});

describe('a tab', () => {
  const tab = (id: number, path: string) => ({ id, name: 'heap.pb.gz', path }) as ProfileSummary;
  it('has a note only where names are alike, and then what differs', () => {
    const alone = tab(1, '/a/heap.pb.gz');
    expect(namesakeNote(alone, [alone])).toBe('');
    const two = [tab(1, '/x/before/heap.pb.gz'), tab(2, '/x/after/heap.pb.gz')];
    expect(two.map((each) => namesakeNote(each, two))).toEqual(['before', 'after']);
    const unknown = [tab(1, ''), tab(2, '')];
    expect(unknown.map((each) => namesakeNote(each, unknown))).toEqual(['no. 1', 'no. 2']);
  });
});

describe('sampling', () => {
  it.each([
    [524288, { type: 'space', unit: 'bytes' }, '512 KiB sampling'],
    [10_000_000, cpu, '10 ms sampling'],
    [1, { type: 'contentions', unit: 'count' }, 'every wait'],
    [5, { type: 'contentions', unit: 'count' }, '1 in 5 waits'],
    [0, cpu, ''],
  ])('%i of %o is %s', (period, periodType, words) => {
    expect(samplingWords({ period, periodType })).toBe(words);
  });
});

describe('the progress of an opening', () => {
  it('is told in words and steps', () => {
    expect(progressWords(null)).toBe('Waiting for its turn');
    const decoding = { phase: 'decode', done: 250_000, total: 1_000_000 } as const;
    expect(progressWords(decoding)).toBe('Decoding samples, 250k of 1M');
    expect(progressSteps(decoding)).toEqual([1, 1, 0.25, 0]);
    expect(progressWords({ phase: 'read', done: 2048, total: 0 })).toBe('Reading, 2 KiB');
  });
});

describe('a name', () => {
  it.each([
    ['myservice/keys.buildKey', 'myservice/keys.', 'buildKey', ''],
    ['fmt.Sprintf', 'fmt.', 'Sprintf', ''],
    ['std::vector<int>::push_back(int&&)', '', 'std::vector<int>::push_back(int&&)', ''],
    ['main.run /src/main.go:12', 'main.', 'run', ' /src/main.go:12'],
    ['00000000004a1b2c main.run main.go:1', '00000000004a1b2c main.', 'run', ' main.go:1'],
  ])('%s is taken apart', (name, before, member, after) => {
    expect(nameParts(name)).toEqual({ before, member, after });
  });

  it('loses the path before its package', () => {
    expect(packagedName('myservice/handlers.(*Handler).enrich')).toBe('handlers.(*Handler).enrich');
    expect(packagedName('fmt.Sprintf')).toBe('fmt.Sprintf');
    expect(packagedName('memcpy')).toBe('memcpy');
  });
});

describe('what percentages are of', () => {
  it.each([
    [objects, 26_528_286, 'Percentages are of all 26.5M objects allocated'],
    [cpu, 12_900_000_000, 'Percentages are of all 12.9 s of CPU time'],
    [{ type: 'goroutine', unit: 'count' }, 24, 'Percentages are of all 24 goroutines'],
  ])('%o is said in words', (sampleType, total, words) => {
    const profile = { sampleTypes: [sampleType], totals: [total], labelKeys: [] };
    expect(denominatorWords(profile, { sampleType: 0, focus: null })).toBe(words);
  });
});
