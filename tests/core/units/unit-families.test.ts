import { describe, expect, it } from 'vitest';
import {
  conversionFactor,
  resolveUnit,
  unitFamilies,
} from '../../../src/core/units/unit-families.ts';

describe('conversionFactor', () => {
  it.each([
    ['bytes', 'bytes', 1],
    ['kilobytes', 'bytes', 1024],
    ['nanoseconds', 'ms', 1e-6],
    ['widgets', 'widgets', 1],
    ['bytes', 'nanoseconds', null],
    ['bytes', 'count', null],
    ['widgets', 'gadgets', null],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(conversionFactor(from, to)).toBe(expected);
  });
});

describe('unitFamilies', () => {
  it('lists every unit in ascending order and finds it by each alias', () => {
    for (const family of unitFamilies) {
      const factors = family.units.map(({ factor }) => factor);
      expect(factors).toEqual(factors.toSorted((a, b) => a - b));
      for (const unit of family.units) {
        for (const alias of unit.aliases) expect(resolveUnit(alias)?.unit).toBe(unit);
      }
    }
  });
});
