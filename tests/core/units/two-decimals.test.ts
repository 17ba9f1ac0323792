import fc from 'fast-check';
import { expect, it } from 'vitest';
import { twoDecimals } from '../../../src/core/units/two-decimals.ts';

it.each([
  [0.125, '0.12'],
  [-0.125, '-0.12'],
  [2.375, '2.38'],
  [2.625, '2.62'],
  [7.875, '7.88'],
  [1.005, '1.00'],
  [1e21, '1000000000000000000000.00'],
])('%d is %s', (value, expected) => {
  expect(twoDecimals(value)).toBe(expected);
});

it('is never further than half a hundredth off', () => {
  const magnitudes = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(magnitudes, (value) => {
      expect(Math.abs(Number(twoDecimals(value)) - value)).toBeLessThan(0.005 + 1e-9);
    }),
  );
});
