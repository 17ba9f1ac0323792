import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../src/core/units/bytes.ts';
import { formatChange, formatSigned } from '../../../src/core/units/change.ts';
import { formatCount } from '../../../src/core/units/count.ts';
import { formatDuration } from '../../../src/core/units/duration.ts';
import { formatInteger } from '../../../src/core/units/integer.ts';
import { formatShare } from '../../../src/core/units/share.ts';

const second = 1e9;
const minute = 60 * second;
const hour = 60 * minute;

describe('formatInteger', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [-0.4, '0'],
    [999, '999'],
    [1000, '1,000'],
    [26528286, '26,528,286'],
    [-1234.5, '−1,234'],
    [2 ** 53 + 2, '9,007,199,254,740,994'],
    [1e21, '1e21'],
    [-1.5e300, '−1.5e300'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [Number.NaN, '—'],
  ])('%d is %s', (value, expected) => {
    expect(formatInteger(value)).toBe(expected);
  });

  it('parses back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(formatInteger(value).replaceAll(',', '').replace('−', '-'))).toBe(value);
      }),
    );
  });
});

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [45.2, '45.2'],
    [0.5, '0.500'],
    [980, '980'],
    [999.6, '1.00k'],
    [1000, '1k'],
    [1049, '1.05k'],
    [26528286, '26.5M'],
    [999_499, '999k'],
    [999_500, '1.00M'],
    [2 ** 53 + 2, '9.01P'],
    [1.5e21, '1,500,000P'],
    [-3200, '−3.20k'],
    [-Infinity, '−∞'],
    [Number.NaN, '—'],
  ])('%d is %s', (value, expected) => {
    expect(formatCount(value)).toBe(expected);
  });

  it('is right to three digits, and not longer than them', () => {
    const scale = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };
    fc.assert(
      fc.property(fc.double({ min: 1, max: 9e17, noNaN: true }), (value) => {
        const text = formatCount(value);
        expect(text.replace(/\D/g, '').length).toBeLessThanOrEqual(3);
        const suffix = text.at(-1) as keyof typeof scale;
        const back = Number.parseFloat(text) * (scale[suffix] ?? 1);
        expect(Math.abs(back - value) / value).toBeLessThan(0.0051);
      }),
    );
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [512, '512 B'],
    [112.594, '113 B'],
    [1000, '1,000 B'],
    [1023.4, '1,023 B'],
    [1023.6, '1.00 KiB'],
    [1024, '1 KiB'],
    [65536, '64 KiB'],
    [65537, '64.0 KiB'],
    [37376, '36.5 KiB'],
    [1023.7 * 1024, '1.00 MiB'],
    [2986976263, '2.78 GiB'],
    [2 ** 63, '8,192 PiB'],
    [-1536, '−1.50 KiB'],
    [Infinity, '∞ B'],
    [Number.NaN, '—'],
  ])('%d is %s', (bytes, expected) => {
    expect(formatBytes(bytes)).toBe(expected);
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.25, '0.250 ns'],
    [15, '15 ns'],
    [250_000, '250 µs'],
    [12_345_678, '12.3 ms'],
    [999_999, '1.00 ms'],
    [1.25 * second, '1.25 s'],
    [59.94 * second, '59.9 s'],
    [59.96 * second, '1 min'],
    [125.4 * second, '2 min 5 s'],
    [3599.6 * second, '1 h'],
    [63 * minute, '1 h 3 min'],
    [24 * hour - second, '1 d'],
    [76 * hour, '3 d 4 h'],
    [10_000 * 24 * hour, '10,000 d'],
    [-12.3e6, '−12.3 ms'],
    [Infinity, '∞ s'],
    [Number.NaN, '—'],
  ])('%d ns is %s', (nanoseconds, expected) => {
    expect(formatDuration(nanoseconds)).toBe(expected);
  });
});

describe('formatShare', () => {
  it.each([
    [0, 5, '0%'],
    [8162244, 26528286, '30.8%'],
    [1, 100, '1.0%'],
    [994, 100_000, '0.99%'],
    [996, 100_000, '1.0%'],
    [1, 100_000, '<0.01%'],
    [-1, 100_000, '−<0.01%'],
    [99_999, 100_000, '>99.9%'],
    [5, 5, '100%'],
    [5.001, 5, '100.0%'],
    [-5, 5, '−100%'],
    [1234, 100, '1,234%'],
    [5, 0, '—'],
    [0, 0, '—'],
    [Number.NaN, 1, '—'],
    [Infinity, Infinity, '—'],
    [Infinity, 1, '∞%'],
  ])('%d of %d is %s', (part, whole, expected) => {
    expect(formatShare(part, whole)).toBe(expected);
  });
});

describe('formatSigned', () => {
  it('gives a dash no sign', () => {
    expect(formatSigned(5, (value) => formatShare(value, 0))).toBe('—');
  });

  it.each([
    [37376, '+36.5 KiB'],
    [-37376, '−36.5 KiB'],
    [0, '0 B'],
    [Number.NaN, '—'],
  ])('%d bytes is %s', (difference, expected) => {
    expect(formatSigned(difference, formatBytes)).toBe(expected);
  });
});

describe('formatChange', () => {
  it.each([
    [45, 12, '−73.3%'],
    [100, 101.7, '+1.7%'],
    [5, 5, '0%'],
    [0, 0, '0%'],
    [0, 5, 'new'],
    [5, 0, '−100%'],
    [-10, -5, '+50.0%'],
    [1, 100, '+9,900%'],
    [Number.NaN, 5, '—'],
    [5, Number.NaN, '—'],
    [Infinity, 5, '—'],
  ])('from %d to %d is %s', (before, after, expected) => {
    expect(formatChange(before, after)).toBe(expected);
  });
});

it('every format takes every number and says what it is in one line', () => {
  const formats = [formatInteger, formatCount, formatBytes, formatDuration];
  fc.assert(
    fc.property(fc.double(), fc.double(), (value, other) => {
      const texts = [
        ...formats.map((format) => format(value)),
        formatShare(value, other),
        formatChange(value, other),
      ];
      for (const text of texts) expect(text).toMatch(/^[−+]?(?:[<>]?\d[\d.,e-]*|∞|—|new)/);
    }),
  );
});
