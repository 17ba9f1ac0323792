import { expect, it } from 'vitest';
import { sumColumn } from '../../../src/core/analysis/column-sums.ts';

it.each([
  ['no values', [], 0, 0, false],
  ['zeros', [0, 0], 0, 0, false],
  ['values', [1, 2, 3], 6, 6, false],
  ['a difference', [5, -3], 2, 8, true],
  [
    'a small value below zero beside one in which it is lost',
    [2 ** 60, -1],
    2 ** 60,
    2 ** 60,
    true,
  ],
])('sums up %s', (_, values, sum, magnitude, hasNegative) => {
  expect(sumColumn(Float64Array.from(values))).toEqual({ sum, magnitude, hasNegative });
});
