import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairNumbers } from '../../../src/core/analysis/pair-numbers.ts';

const int32 = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
);

it('numbers pairs from 0 on in the order in which they are first met', () => {
  const pairs = fc.array(fc.tuple(int32, int32), { maxLength: 1000 });
  fc.assert(
    fc.property(pairs, (all) => {
      const numbers = new PairNumbers();
      const met = new Map<string, number>();
      for (const [first, second] of all) {
        const key = `${first} ${second}`;
        if (!met.has(key)) met.set(key, met.size);
        expect(numbers.of(first, second)).toBe(met.get(key));
      }
      expect(numbers.length).toBe(met.size);
    }),
  );
});

it('keeps its numbers when it grows', () => {
  const numbers = new PairNumbers();
  const of = () => Array.from({ length: 5000 }, (_, at) => numbers.of(at >> 4, (at & 15) * 65_536));
  expect(of()).toEqual(Array.from({ length: 5000 }, (_, at) => at));
  expect(of()).toEqual(Array.from({ length: 5000 }, (_, at) => at));
});
