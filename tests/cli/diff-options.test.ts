import { describe, expect, it } from 'vitest';
import { parseDiffOptions } from '../../src/cli/diff-options.ts';
import { UsageError } from '../../src/cli/usage.ts';

const parse = (...options: string[]) => parseDiffOptions(['a', 'b', ...options]);

describe('options of diff', () => {
  it('have defaults', () => {
    expect(parse()).toEqual({
      files: ['a', 'b'],
      sample: null,
      granularity: 'functions',
      inlines: true,
      order: 'flat',
      nodes: null,
      focus: null,
      division: { kind: 'asMeasured' },
      rules: { tolerant: true, renames: [] },
      percentOf: 'before',
      gates: [],
      isSignificantOnly: false,
      isJson: false,
    });
  });

  it('take divisors, rules and conditions', () => {
    const options = parse(
      ...['--per-before', '2e3', '--per-after', '.5', '--per-unit', 'request'],
      ...['--exact', '--rename', 'old=new', '--rename', '^a(.*)=b$1=c'],
      ...['--fail-if', 'x > 1', '--fail-if', 'y > 2', '--significant', '--percent-of', 'net'],
    );
    expect(options.division).toEqual({ kind: 'per', before: 2000, after: 0.5, unit: 'request' });
    expect(options.rules).toEqual({
      tolerant: false,
      renames: [
        { pattern: 'old', replacement: 'new' },
        { pattern: '^a(.*)', replacement: 'b$1=c' },
      ],
    });
    expect(options.gates.map(({ type }) => type)).toEqual(['x', 'y']);
    expect([options.isSignificantOnly, options.percentOf]).toEqual([true, 'net']);
    expect(parse('--per-before', '1', '--per-after', '1').division).toMatchObject({ unit: 'unit' });
  });

  it.each([
    [['--per-before', '1'], /each side needs/],
    [['--per-after', '1'], /each side needs/],
    [['--per-before', '0', '--per-after', '1'], /a number over 0, not “0”/],
    [['--per-before', '1', '--per-after', '1e999'], /--per-after: it is a number/],
    [['--per-before', '1', '--per-after', '1e-320'], /--per-after: it is a number/],
    [['--per-before', '1', '--per-after', 'many'], /not “many”/],
    [['--per-before', '1', '--per-after', '1', '--normalize'], /one at a time/],
    [['--seconds', '--normalize'], /one at a time/],
    [['--seconds', '--collections'], /one at a time/],
    [['--per-unit', 'request'], /--per-unit/],
    [['--percent-of', 'all'], /one of before, after, net/],
    [['--rename', 'old'], /REGEX=REPLACEMENT/],
    [['--rename', '=new'], /REGEX=REPLACEMENT/],
    [['--rename', '(=new'], /--rename: /],
    [['--rename', 'old=$1'], /group/],
    [['--fail-if', 'more'], /“more” is no condition/],
    [['--significant'], /--fail-if/],
    [['--focus', '('], /--focus: /],
    [['--granularity', 'atoms'], /--granularity: /],
    [['--nodes', '0'], /--nodes: /],
    [['--upside-down'], /upside-down/],
    [['c'], /two files/],
  ])('are refused: %j', (options, sentence) => {
    expect(() => parse(...options)).toThrow(UsageError);
    expect(() => parse(...options)).toThrow(sentence);
  });

  it('are two files', () => {
    expect(() => parseDiffOptions(['a'])).toThrow(/two files/);
  });
});
