import { describe, expect, it } from 'vitest';
import {
  functionInBrief,
  functionWords,
  totalSentence,
} from '../../../../src/core/text/comparison/change-sentence.ts';
import { formatRatio } from '../../../../src/core/units/ratio.ts';

const objects = { sampleType: { type: 'alloc_objects', unit: 'count' }, per: 'request' };
const bytes = { sampleType: { type: 'alloc_space', unit: 'bytes' }, per: null };

describe('a total', () => {
  it.each([
    [
      { before: 331.6, after: 105.2 },
      'real',
      'Objects allocated per request fell from 332 to 105 (−68.3% of before).',
    ],
    [
      { before: 100, after: 100.6 },
      'exact',
      'Objects allocated per request rose from 100 to 101 (+0.60% of before).',
    ],
    [
      { before: 331.6, after: 105.2 },
      'unknown',
      'Objects allocated per request fell from 332 to 105 (−68.3% of before).',
    ],
    [
      { before: 44.6, after: 61.9 },
      'noise',
      'Objects allocated per request: 44.6 before, 61.9 after (+38.8% of before), within sampling noise.',
    ],
    [
      { before: 2, after: 1 },
      'tooFew',
      'Objects allocated per request: 2 before, 1 after (−50.0% of before), too few samples to tell.',
    ],
    [
      { before: 0, after: 7 },
      'real',
      'Objects allocated per request rose from 0 to 7 (new: nothing before).',
    ],
    [
      { before: 7, after: 7 },
      'noise',
      'Objects allocated per request did not change: 7 on both sides.',
    ],
    [{ before: 0, after: 0 }, 'unknown', 'No objects allocated per request on either side.'],
  ] as const)('%o, %s', (sides, verdict, sentence) => {
    expect(totalSentence(objects, sides, verdict)).toBe(sentence);
  });
});

describe('a function', () => {
  it('keeps sign, unit and denominator', () => {
    expect(functionWords(objects, { before: 40.1, after: 4.9 }, 'real')).toBe(
      '40.1 → 4.90 objects per request (−35.2, −87.8% of its own before; beyond sampling noise)',
    );
    expect(functionInBrief(bytes, { before: 1024, after: 3072 })).toBe(
      'from 1 KiB to 3 KiB (+2 KiB, +200.0% of its own before)',
    );
  });

  it('says nothing before or after rather than a percentage of nothing', () => {
    expect(functionInBrief(objects, { before: 0, after: 3 })).toBe(
      'from 0 to 3 (+3, nothing of its own before)',
    );
    expect(functionInBrief(objects, { before: 3, after: 0 })).toBe(
      'from 3 to 0 (−3, nothing of its own after)',
    );
  });
});

it.each([
  [10, 3.2, '×0.320'],
  [1, 12.34, '×12.3'],
  [5, 5, '×1'],
  [1e6, 1, '<×0.001'],
  [0, 5, 'from 0'],
  [5, 0, 'to 0'],
  [0, 0, '—'],
  [-5, 5, '—'],
])('the ratio of %d to %d is %s', (before, after, text) => {
  expect(formatRatio(before, after)).toBe(text);
});
