import { describe, expect, it } from 'vitest';
import {
  formatExactQuantity,
  formatQuantity,
  formatValue,
} from '../../../src/core/units/quantity.ts';

const cases: [number, string, string, string, string, string][] = [
  // value, type, unit, short with noun, exact, short under a heading
  [26528286, 'alloc_objects', 'count', '26.5M objects', '26,528,286 objects', '26.5M'],
  [1, 'inuse_objects', 'count', '1 object', '1 object', '1'],
  [-1, 'goroutine', 'count', '−1 goroutine', '−1 goroutine', '−1'],
  [8903510, 'inuse_space', 'bytes', '8.49 MiB', '8,903,510 B', '8.49 MiB'],
  [3, 'heap', 'kilobytes', '3 KiB', '3 kB', '3 KiB'],
  [1.25e9, 'cpu', 'nanoseconds', '1.25 s', '1,250,000,000 ns', '1.25 s'],
  [250, 'latency', 'µs', '250 µs', '250 us', '250 µs'],
  [1500, 'energy', 'joules', '1.50k joules', '1,500 joules', '1.50k joules'],
  [12, 'requests', 'count', '12 requests', '12 requests', '12'],
  [12, '', '', '12', '12', '12'],
  [2, 'load', 'gcu', '2 GCU', '2 GCU', '2 GCU'],
  [Number.NaN, 'alloc_objects', 'count', '—', '—', '—'],
  [3, 'x', 'a\u202eb', '3 a\\u{202E}b', '3 a\\u{202E}b', '3 a\\u{202E}b'],
];

describe('quantities', () => {
  it.each(cases)('%d of %s in %s', (value, type, unit, short, exact, bare) => {
    expect(formatQuantity(value, { type, unit })).toBe(short);
    expect(formatExactQuantity(value, { type, unit })).toBe(exact);
    expect(formatValue(value, unit)).toBe(bare);
  });
});
