import { describe, expect, it } from 'vitest';
import { holds, parseGate } from '../../src/cli/gate.ts';
import { UsageError } from '../../src/cli/usage.ts';

describe('a condition', () => {
  it.each([
    ['alloc_objects > +5%', ['alloc_objects', null, '>', 5, '%']],
    ['alloc_space>1MB', ['alloc_space', null, '>', 1, 'MB']],
    ['alloc_objects >= +0', ['alloc_objects', null, '>=', 0, '']],
    ['inuse_space > +10% of before', ['inuse_space', null, '>', 10, '%']],
    ['cpu < −1.5e3 ms', ['cpu', null, '<', -1500, 'ms']],
    ['a <= -.5', ['a', null, '<=', -0.5, '']],
    [
      'alloc_objects[myservice/keys.buildKey] > 0%',
      ['alloc_objects', { name: 'myservice/keys.buildKey', column: 'cum' }, '>', 0, '%'],
    ],
    [
      'alloc_objects[main.F[go.shape.int] a > b].flat > 1',
      ['alloc_objects', { name: 'main.F[go.shape.int] a > b', column: 'flat' }, '>', 1, ''],
    ],
  ])('is read: %s', (text, [type, row, operator, bound, unit]) => {
    expect(parseGate(` ${text} `)).toEqual({ text, type, row, operator, bound, unit });
  });

  it.each(['', 'alloc_objects', '> 5%', 'a = 5', 'a > x', 'a > 5 of before', 'a[] > 1', 'a > 5%%'])(
    'is refused: %j',
    (text) => {
      expect(() => parseGate(text)).toThrow(UsageError);
    },
  );

  it('compares as it is written', () => {
    const operators = ['>', '>=', '<', '<='] as const;
    expect([-1, 0, 1].map((change) => operators.map((one) => holds(change, one, 0)))).toEqual([
      [false, false, true, true],
      [false, true, false, true],
      [true, true, false, false],
    ]);
  });
});
