import { describe, expect, it } from 'vitest';
import type {
  Confidence,
  ConfidenceColumns,
  DifferenceTable,
  SampleTypePair,
} from '../../../src/bridge/comparison-api.ts';
import type { View } from '../../../src/bridge/engine-api.ts';
import {
  draftOf,
  draftOfCollections,
  draftOfDurations,
  readDraft,
} from '../../../src/renderer/views/comparison/fairness/divisor-draft.ts';
import { cautionsOf } from '../../../src/renderer/views/comparison/guard/cautions.ts';
import { joinedOtherwise } from '../../../src/renderer/views/comparison/matching/joined-otherwise.ts';
import {
  finishedRules,
  ruleError,
} from '../../../src/renderer/views/comparison/matching/rename-draft.ts';
import { ownChangesBeyondNoise } from '../../../src/renderer/views/comparison/measures/beyond-noise.ts';
import { changeOfWhole } from '../../../src/renderer/views/comparison/measures/change-of-whole.ts';
import { headline } from '../../../src/renderer/views/comparison/measures/headline.ts';
import { oneSidedWords } from '../../../src/renderer/views/comparison/measures/one-sided.ts';
import { sameTotalRatio, shownTotals } from '../../../src/words/fairness.ts';
import { percentWords } from '../../../src/words/percent-words.ts';
import { samplingPairWords, truncationWords } from '../../../src/words/sampling-pair-words.ts';

import { memStatsOf } from '../../helpers/mem-stats.ts';

const pairOf = (type: string, before = 0, after = 0): SampleTypePair => ({
  type,
  unit: 'count',
  before,
  after,
  beforeFactor: 1,
  afterFactor: 1,
});
const objects = pairOf('alloc_objects');

/** Rows that differ only in what matters here. */
function confidenceOf(
  rows: readonly { readonly p: number; readonly low?: number; readonly tooFew?: boolean }[],
): ConfidenceColumns {
  const column = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
  const none = column(() => 0);
  return {
    beforeLow: none,
    beforeHigh: column(() => 1),
    afterLow: none,
    afterHigh: none,
    deltaLow: none,
    deltaHigh: none,
    ratioLow: column(({ low }) => low ?? -0.7),
    ratioHigh: column(() => 0.1),
    pValue: column(({ p }) => p),
    qValue: column(({ p }) => p),
    isTooFew: Uint8Array.from(rows, ({ tooFew }) => (tooFew === true ? 1 : 0)),
    drawnBefore: column(() => 98),
    drawnAfter: column(() => 12),
  };
}

describe('the change of a whole', () => {
  const totals = { before: 200, after: 100 };
  it('is better or worse where it is more than noise', () => {
    const real = changeOfWhole('alloc_objects', totals, confidenceOf([{ p: 0.01 }]));
    expect(real).toEqual({
      change: '−50.0% of before',
      certainty: '95%: −70.0% to +10.0%',
      judgement: 'fall',
      note: 'From 98 objects sampled before and 12 after',
    });
    const rise = { before: 100, after: 200 };
    expect(changeOfWhole('cpu', rise, confidenceOf([{ p: 0.01 }])).judgement).toBe('rise');
  });
  it('is neither within noise, with too few samples, and of what nobody here knows', () => {
    const noise = changeOfWhole('alloc_objects', totals, confidenceOf([{ p: 0.3 }]));
    expect(noise.judgement).toBe('neutral');
    expect(noise.certainty).toBe('within noise: −70.0% to +10.0%');
    const few = changeOfWhole('alloc_objects', totals, confidenceOf([{ p: 0.01, tooFew: true }]));
    expect(few.judgement).toBe('neutral');
    expect(few.certainty).toBe('too few samples to tell');
    expect(changeOfWhole('widgets', totals, null).judgement).toBe('neutral');
  });
  it('claims no interval that is not known', () => {
    const unknown = changeOfWhole('alloc_objects', totals, null);
    expect([unknown.certainty, unknown.note]).toEqual(['', '']);
    expect(changeOfWhole('cpu', { before: 0, after: 3 }, null).change).toBe('new');
    expect(changeOfWhole('cpu', { before: 3, after: 3 }, null).change).toBe('no change');
  });
});

describe('the headline', () => {
  const totals = { before: 331.6, after: 105.2 };
  it('names quantity, divisor and denominator', () => {
    expect(headline(objects, totals, 'per request', false, null)).toBe(
      'Objects allocated per request fell by 68.3% of before.',
    );
    expect(headline(objects, { before: 0, after: 5 }, '', false, null)).toBe(
      'Objects allocated rose from nothing to 5.',
    );
  });
  it('claims nothing within noise, nor of scaled totals', () => {
    expect(headline(objects, totals, '', false, confidenceOf([{ p: 0.2 }]))).toBe(
      'Objects allocated: no change beyond sampling noise.',
    );
    expect(headline(objects, totals, '', true, null)).not.toMatch(/fell|rose/);
  });
});

describe('what changed most', () => {
  const table = {
    frame: Int32Array.of(7, 3, 9),
    flatBefore: Float64Array.of(100, 80, 10),
    flatAfter: Float64Array.of(20, 10, 5),
    scaleBefore: 0.1,
    scaleAfter: 0.5,
  } as unknown as DifferenceTable;
  const known: Confidence = {
    level: 0.95,
    frame: Int32Array.of(3, 7),
    flat: confidenceOf([{ p: 0.01 }, { p: 0.4 }]),
    cum: confidenceOf([{ p: 0 }, { p: 0 }]),
    whole: confidenceOf([{ p: 0 }]),
  };
  it('leaves out what is noise, and what nothing is known of', () => {
    expect(ownChangesBeyondNoise(table, known, 3)).toEqual([{ frame: 3, delta: -3 }]);
  });
  it('names the largest where noise is not known', () => {
    const frames = ownChangesBeyondNoise(table, { reason: 'Why.' }, 2).map(({ frame }) => frame);
    expect(frames).toEqual([7, 3]);
  });
});

describe('fairness', () => {
  const summary = {
    sampleTypes: [objects],
    before: [300],
    after: [100],
    suggestion: { isSwapped: false, reason: '' },
  };
  const base = (fairness: NonNullable<View['base']>['fairness']) => ({
    base: { profile: 1, sampleType: 0, rules: { tolerant: true, renames: [] }, fairness },
  });
  it('divides or scales the totals', () => {
    const per = base({ kind: 'per', before: 10, after: 5 });
    expect(shownTotals({ summary }, objects, per)).toEqual({ before: 30, after: 20 });
    const same = base({ kind: 'sameTotal' });
    expect(shownTotals({ summary }, objects, same)).toEqual({ before: 300, after: 300 });
    expect(sameTotalRatio({ ...summary, after: [0] }, 0, same)).toBe(0);
  });
  it('reads divisors as they are typed', () => {
    const typed = { word: ' job ', before: '80k', after: '80,000' };
    expect(readDraft(typed)).toEqual({ word: 'job', before: 80_000, after: 80_000 });
    expect(readDraft({ ...typed, after: '' })).toEqual({
      errors: { before: '', after: 'Write a number.' },
    });
    const divisors = { word: 'job', before: 80_000, after: 0.125 };
    const counts = { before: 80_000, after: null };
    expect(draftOf(divisors, counts)).toEqual({ word: 'job', before: '80,000', after: '0.125' });
    expect(readDraft(draftOf(divisors, counts))).toEqual(divisors);
    expect(draftOf(null, counts)).toEqual({ word: 'request', before: '80,000', after: '' });
  });
  it('offers durations only where both sides have one', () => {
    const some = { durationNanos: 30_015_000_000 };
    expect(draftOfDurations(some, some)).toEqual({
      word: 'second',
      before: '30.015',
      after: '30.015',
    });
    expect(draftOfDurations(some, { durationNanos: null })).toBeNull();
  });

  it('offers collections only where both sides had one and tell so', () => {
    const some = { memStats: memStatsOf({ numGC: 1234 }) };
    const none = { memStats: memStatsOf({ numGC: 0 }) };
    expect(draftOfCollections(some, some)).toEqual({
      word: 'GC cycle',
      before: '1,234',
      after: '1,234',
    });
    expect(draftOfCollections(some, none)).toBeNull();
    expect(draftOfCollections({ memStats: null }, some)).toBeNull();
  });
});

describe('the bottom line', () => {
  const totals = { before: 331.6, after: 105.2, net: null };
  it('names what percentages are of', () => {
    const all = { focus: null };
    expect(percentWords('before', objects, totals, 'per request', all)).toBe(
      'Percentages are of before: 332 objects per request',
    );
    expect(percentWords('net', objects, totals, '', all)).toBe('Percentages are of the net change');
    const focus = { focus: { kind: 'frame', name: 'main.main' } } as const;
    expect(percentWords('after', objects, totals, '', focus)).toBe(
      'Percentages are of after: objects allocated on the stacks shown',
    );
  });
  it('says whether both sides were sampled alike', () => {
    const at = (period: number) => ({ period, periodType: { type: 'space', unit: 'bytes' } });
    expect(samplingPairWords(at(524_288), at(524_288))).toBe('512 KiB sampling on both sides');
    expect(samplingPairWords(at(524_288), at(0))).toBe(
      '512 KiB sampling before, unknown sampling after',
    );
    expect(samplingPairWords(at(0), at(0))).toBe('');
    expect([null, []].map(truncationWords)).toEqual(['', 'no stacks cut off']);
  });
});

describe('what was not joined, or otherwise', () => {
  it('is told by kind', () => {
    const joined = joinedOtherwise(Uint8Array.of(0, 1, 4, 2, 4, 3));
    expect(joined.groups.map(({ kind, frames }) => [kind, frames])).toEqual([
      [3, [5]],
      [4, [2, 4]],
    ]);
    expect([joined.exact, joined.onlyBefore, joined.onlyAfter]).toEqual([1, 1, 1]);
  });
  it('can be joined by rules, which are applied when all of them are well', () => {
    const rule = (pattern: string, replacement = '') => ({ pattern, replacement, key: 0 });
    expect(ruleError(rule(''))).toBe('');
    expect(ruleError(rule('', 'x'))).toMatch(/empty/);
    expect(ruleError(rule('a(b)', '$2'))).toMatch(/group/);
    expect(finishedRules([rule('a('), rule('b')])).toBeNull();
    expect(finishedRules([rule(''), rule('b', 'c')])).toEqual([{ pattern: 'b', replacement: 'c' }]);
  });
  it('is named where only one side measured it', () => {
    const sampleTypes = [objects, pairOf('cpu', -1, 1), pairOf('delay', 2, -1)];
    expect(oneSidedWords({ sampleTypes })).toBe(
      'Only before measured delay. Only after measured cpu.',
    );
    expect(oneSidedWords({ sampleTypes: [objects] })).toBe('');
  });
});

it('tells of sides that seem to be swapped, last', () => {
  const warning = { kind: 'binary', severity: 'warn', message: 'M.', advice: 'A.' } as const;
  const told = (isSwapped: boolean) =>
    cautionsOf([warning], {
      comparison: {
        summary: {
          sampleTypes: [],
          before: [],
          after: [],
          suggestion: { isSwapped, reason: 'it was taken 38 s earlier' },
        },
      },
    });
  expect(told(false)).toEqual([warning]);
  expect(told(true)[1]?.message).toBe(
    'What stands after may be the one before, since it was taken 38 s earlier.',
  );
});
