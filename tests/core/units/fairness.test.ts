import { expect, it } from 'vitest';
import { isDivided, shownScales } from '../../../src/core/units/fairness.ts';

const perRequest = { kind: 'per', before: 10, after: 20 } as const;

it.each(['alloc_objects', 'alloc_space', 'cpu', 'samples', 'contentions', 'delay', 'requests'])(
  'divides %s, which adds up during a run',
  (type) => {
    expect(shownScales(perRequest, type)).toEqual([1 / 10, 1 / 20]);
  },
);

it.each(['inuse_objects', 'inuse_space', 'goroutine'])(
  'does not divide %s, which is there at one moment',
  (type) => {
    expect(isDivided(perRequest, type)).toBe(false);
    expect(shownScales(perRequest, type)).toEqual([1, 1]);
  },
);

it.each(['asMeasured', 'sameTotal'] as const)('divides nothing %s', (kind) => {
  expect(shownScales({ kind }, 'alloc_objects')).toEqual([1, 1]);
});
