import { expect, it } from 'vitest';
import { durationNanos } from '../../../../src/core/evidence/load/durations.ts';

it.each([
  ['0s', 0],
  ['0', 0],
  ['1ns', 1],
  ['635.91us', 635_910],
  ['811.207µs', 811_207],
  ['811.207\u03bcs', 811_207],
  ['12.92ms', 12_920_000],
  ['1.20m', 72e9],
  ['1m2.5s', 62.5e9],
  ['1h0m0.25s', 3600.25e9],
])('%s is %d nanoseconds', (text, nanos) => {
  expect(durationNanos(text)).toBe(nanos);
});

it.each(['', 's', '1', '1x', '1s ', ' 1s', '-1s', '1.s', 'NaNs', '1s2'])(
  '%j is no duration',
  (text) => {
    expect(durationNanos(text)).toBeNaN();
  },
);
