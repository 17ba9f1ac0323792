import { describe, expect, it } from 'vitest';
import {
  evidenceAt,
  evidenceSentence,
  intervalWords,
  pWords,
  relativeWords,
  verdictOf,
} from '../../../../src/core/text/comparison/evidence.ts';
import { EXACT, evidence, NOISE, TOO_FEW } from '../../../helpers/evidence.ts';

const objects = { sampleType: { type: 'alloc_objects', unit: 'count' }, per: null };

describe('the verdict', () => {
  it('never says more than the evidence allows', () => {
    expect(verdictOf(evidence(), 0.95)).toBe('real');
    expect(verdictOf(NOISE, 0.95)).toBe('noise');
    expect(verdictOf(evidence({ qValue: 0.051 }), 0.95)).toBe('noise');
    expect(verdictOf(TOO_FEW, 0.95)).toBe('tooFew');
    expect(verdictOf(EXACT, 0.95)).toBe('exact');
    expect(verdictOf(null, 0.95)).toBe('unknown');
  });

  it('is none where nothing was drawn, or the interval is not known', () => {
    const nothing = { low: Number.NaN, high: Number.NaN, drawn: 0 };
    const row = evidence({ before: nothing, after: nothing, isTooFew: true });
    expect(verdictOf(row, 0.95)).toBe('unknown');
  });

  it('rests on what it says', () => {
    expect(evidenceSentence(evidence(), 'real')).toBe(
      '98 → 12 raw samples; p < 0.001 after correction.',
    );
    expect(evidenceSentence(NOISE, 'noise')).toBe(
      '98 → 12 raw samples; p = 0.32 after correction: sampling alone may make such a difference.',
    );
    expect(evidenceSentence(TOO_FEW, 'tooFew')).toContain('not even all of them on one side');
    expect(evidenceSentence(EXACT, 'exact')).not.toContain('p ');
  });
});

it.each([
  [0.00099, 'p < 0.001'],
  [0.0123, 'p = 0.012'],
  [0.1, 'p = 0.10'],
  [1, 'p = 1.00'],
  [Number.NaN, 'p = —'],
])('%d reads %s', (p, words) => expect(pWords(p)).toBe(words));

it('intervals have both ends, and say when one is open or unknown', () => {
  expect(intervalWords({ low: 33.4, high: 47.9 }, objects)).toBe('33.4 – 47.9');
  expect(intervalWords({ low: 5, high: 5 }, objects)).toBe('5');
  expect(intervalWords({ low: Number.NaN, high: Number.NaN }, objects)).toBe('—');
  expect(relativeWords({ low: -0.701, high: 0.052 })).toBe('−70.1% to +5.2%');
  expect(relativeWords({ low: 0.5, high: Number.POSITIVE_INFINITY })).toBe('+50.0% to +∞');
  expect(relativeWords({ low: Number.NaN, high: 1 })).toBe('—');
});

it('a row of the columns is a row', () => {
  const names = [
    ...['beforeLow', 'beforeHigh', 'drawnBefore', 'afterLow', 'afterHigh', 'drawnAfter'],
    ...['deltaLow', 'deltaHigh', 'ratioLow', 'ratioHigh', 'qValue', 'pValue'],
  ];
  const columns = Object.fromEntries(
    names.map((name, at) => [name, Float64Array.of(0, at)]),
  ) as unknown as Parameters<typeof evidenceAt>[0];
  expect(evidenceAt({ ...columns, isTooFew: Uint8Array.of(0, 1) }, 1)).toEqual({
    before: { low: 0, high: 1, drawn: 2 },
    after: { low: 3, high: 4, drawn: 5 },
    change: { low: 6, high: 7 },
    relative: { low: 8, high: 9 },
    qValue: 10,
    isTooFew: true,
  });
});
