import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatInteger } from '../../../src/core/units/integer.ts';
import { parseDivisor } from '../../../src/core/units/parse-count.ts';

it.each([
  ['80000', 80_000],
  ['80,000', 80_000],
  [' 1,234,567 ', 1_234_567],
  ['80 000', 80_000],
  ['80_000', 80_000],
  ['80’000', 80_000],
  ['80k', 80_000],
  ['80 K', 80_000],
  ['1.5M', 1_500_000],
  ['2g', 2e9],
  ['8e4', 80_000],
  ['30.015', 30.015],
  ['.5', 0.5],
])('reads %j', (text, value) => {
  expect(parseDivisor(text)).toBe(value);
});

it.each([
  ['', 'Write a number.'],
  ['abc', '“abc” is not a number: write 80000, 80,000 or 80k.'],
  ['0', 'Nothing can be divided by zero.'],
  ['-3', '“-3” is not above zero.'],
  ['1,5', 'In “1,5” the comma would group digits: write a point before a fraction.'],
  ['1,2345', '“1,2345” is not a number: write 80000, 80,000 or 80k.'],
  ['1,000 000', '“1,000 000” is not a number: write 80000, 80,000 or 80k.'],
  ['k', '“k” is not a number: write 80000, 80,000 or 80k.'],
  ['.', '“.” is not a number: write 80000, 80,000 or 80k.'],
  ['1e300', '“1e300” is too large or too small.'],
])('says what is wrong with %j', (text, error) => {
  expect(parseDivisor(text)).toEqual({ error });
});

it('reads what this program writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e15 }), (value) => {
      expect(parseDivisor(formatInteger(value))).toBe(value);
    }),
  );
});

it('gives a usable number or a sentence, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const read = parseDivisor(text);
      if (typeof read === 'number') expect(read > 0 && Number.isFinite(read)).toBe(true);
      else expect(read.error).toMatch(/\.$/);
    }),
  );
});
