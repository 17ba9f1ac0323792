import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../bench/options.ts';

describe('the options of the benchmarks', () => {
  it('are everything by default', () => {
    expect(parseOptions([])).toMatchObject({
      json: false,
      sizes: [10_000, 100_000, 1_000_000],
      rounds: 5,
      only: ['engine', 'compare', 'join', 'scan', 'page', 'peers'],
      generate: null,
    });
  });

  it('take sizes in short, and sort them', () => {
    expect(parseOptions(['--sizes', '1m,250,10K']).sizes).toEqual([250, 10_000, 1_000_000]);
    expect(parseOptions(['--generate', '1m']).generate).toBe(1_000_000);
  });

  it.each([['--sizes', 'many'], ['--rounds', '0'], ['--only', 'pages'], ['--fast']])(
    'refuse %s %s',
    (...args) => {
      expect(() => parseOptions(args)).toThrow();
    },
  );
});
