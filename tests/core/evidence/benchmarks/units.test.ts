import { expect, it } from 'vitest';
import { isBinaryUnit, tidyUnit } from '../../../../src/core/evidence/benchmarks/tidy-unit.ts';
import { commonScale, scaledText } from '../../../../src/core/evidence/benchmarks/unit-scale.ts';

it.each([
  ['ns/op', 'sec/op', 1e-9],
  ['MB/s', 'B/s', 1e6],
  ['B/op', 'B/op', 1],
  ['p99-ns', 'p99-sec', 1e-9],
  ['ns/MB', 'sec/MB', 1e-9],
  ['MB*ns/GC-ns', 'B*sec/GC-ns', 1e-3],
  ['ns/GC*ns', 'sec/GC*sec', 1e-18],
  ['transactions/op', 'transactions/op', 1],
  ['constructor', 'constructor', 1],
])('%s is shown in %s', (unit, tidied, factor) => {
  const found = tidyUnit(unit);
  expect(found.unit).toBe(tidied);
  expect(found.factor / factor).toBeCloseTo(1, 12);
});

it('counts bytes in Ki and Mi where they are counted, not divided by', () => {
  const binary = ['B/op', 'B/s', 'heap-bytes', 'x*B', 'sec/B', 'Bs', 'objects'].filter(
    isBinaryUnit,
  );
  expect(binary).toEqual(['B/op', 'B/s', 'heap-bytes', 'x*B']);
});

it.each([
  // The brink of each step is where the value would be printed with the digits of the next.
  ['sec/op', [9.9994e-7, 9.9995e-7, 9.9995e-6, 99.995e-6], '999.9n 1.000µ 10.00µ 100.0µ'],
  ['sec/op', [1.2346e-10, 1e-12, 1e-30], '0.1235n 0.001000n 0.0000000000n'],
  ['widgets', [0, 1e12, 1.5e16, -2500], '0.000 1.000T 15000.0T -2.500k'],
  ['B/op', [1023, 1024, 1.5 * 2 ** 20, 0.001], '1023.0 1.000Ki 1.500Mi 0.001000'],
])('%s: %j', (unit, values, expected) => {
  const texts = values.map((value) => scaledText(value, commonScale([value], unit)));
  expect(texts.join(' ')).toBe(expected);
});

it('gives a row the scale of the value nearest to zero', () => {
  const scale = commonScale([3222.5e-9, 117.3e-9, 0], 'sec/op');
  expect([3222.5e-9, 117.3e-9, 0].map((value) => scaledText(value, scale))).toEqual([
    '3222.5n',
    '117.3n',
    '0.0n',
  ]);
});
