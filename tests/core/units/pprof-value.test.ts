import { describe, expect, it } from 'vitest';
import { pprofLabel, scaleValue } from '../../../src/core/units/pprof-value.ts';

describe('pprofLabel', () => {
  it.each([
    // As `go tool pprof -top` prints the example service's profiles.
    [1320826760, 'bytes', 'MB', '1259.64MB'],
    [84939464, 'bytes', 'MB', '81MB'],
    [526338, 'bytes', 'kB', '514kB'],
    [1024346, 'bytes', 'kB', '1000.34kB'],
    [26528286, 'count', 'count', '26528286'],
    [12_900_000_000, 'nanoseconds', 's', '12.90s'],
    [146431400307, 'nanoseconds', 'us', '146431400.31us'],
    [10002747615, 'nanoseconds', 's', '10s'],
    // Each value in its own unit.
    [0, 'bytes', 'auto', '0'],
    [1, 'bytes', 'auto', '1B'],
    [1023, 'bytes', 'auto', '1023B'],
    [1024, 'bytes', 'auto', '1kB'],
    [2 ** 50 * 3000, 'bytes', 'auto', '3000PB'],
    [999, 'nanoseconds', 'auto', '999ns'],
    [1_500_000, 'nanoseconds', 'auto', '1.50ms'],
    [90_000_000_000, 'nanoseconds', 'auto', '90s'],
    [7200, 'seconds', 'auto', '2hrs'],
    [-1536, 'bytes', 'auto', '-1.50kB'],
    [2909, 'gcus', 'auto', '2.91k*GCU'],
    // Half-way values go to the even digit.
    [128, 'bytes', 'kB', '0.12kB'],
    [384, 'bytes', 'kB', '0.38kB'],
    [640, 'bytes', 'kB', '0.62kB'],
    [896, 'bytes', 'kB', '0.88kB'],
    // Too small for two decimals: no unit either.
    [4, 'bytes', 'MB', '0'],
    [-4, 'bytes', 'MB', '0'],
    // Foreign and unknown units.
    [2048, 'bytes', 'seconds', '2048B'],
    [5_000_000, 'microseconds', 'count', '5s'],
    [12, 'widgets', 'auto', '12'],
    [12, 'widgets', 'widgets', '12widgets'],
    [12, '', '', '12'],
    [12, 'minutes', 'seconds', '12seconds'],
    [12, 'μs', 'auto', '12'],
  ])('%d %s as %s is %s', (value, from, to, expected) => {
    expect(pprofLabel(value, from, to)).toBe(expected);
  });

  it('reads spellings in any case, with or without a plural s', () => {
    const spellings = ['kb', 'KB', 'kbs', 'kByte', 'kilobytes', 'KILOBYTE'];
    expect(spellings.map((spelling) => pprofLabel(2, spelling))).toEqual(
      spellings.map(() => '2kB'),
    );
  });

  it.each([
    [Number.NaN, 'NaNB'],
    [Infinity, '+InfPB'],
    [-Infinity, '-InfPB'],
    [2 ** 53 + 2, '8PB'],
    [1e40, '8881784197001252593205248PB'],
  ])('writes %d bytes as %s', (value, expected) => {
    expect(pprofLabel(value, 'bytes')).toBe(expected);
  });
});

describe('scaleValue', () => {
  it('gives the value and the unit apart', () => {
    expect(scaleValue(3 * 2 ** 20, 'bytes', 'kb')).toEqual({ value: 3072, unit: 'kB' });
    expect(scaleValue(-5, 'count', 'auto')).toEqual({ value: -5, unit: '' });
  });
});
