import { describe, expect, it } from 'vitest';
import {
  askedPattern,
  changePattern,
  createSearch,
  nextStep,
} from '../../../src/renderer/state/search.ts';

describe('the pattern', () => {
  it('is asked for once there is one that can be read', () => {
    const search = createSearch();
    expect(askedPattern(search.getState())).toBeNull();
    changePattern(search, { text: 'a(' });
    expect(askedPattern(search.getState())?.text).toBe('a(');
    changePattern(search, { regex: true });
    expect(search.getState().error).toMatch(/regular expression/);
    expect(askedPattern(search.getState())).toBeNull();
  });
});

describe('steps', () => {
  it.each([
    [-1, 1, 3, 0],
    [-1, -1, 3, 2],
    [2, 1, 3, 0],
    [0, -1, 3, 2],
    [-1, 1, 0, -1],
  ] as const)('from %i by %i of %i is %i', (step, direction, count, next) => {
    expect(nextStep(step, direction, count)).toBe(next);
  });
});
