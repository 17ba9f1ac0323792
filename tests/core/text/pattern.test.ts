import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pattern, PatternSource } from '../../../src/core/text/pattern.ts';
import { compilePattern } from '../../../src/core/text/pattern.ts';

function compiled(source: PatternSource): Pattern {
  const pattern = compilePattern(source);
  if ('error' in pattern) throw new Error(pattern.error);
  return pattern;
}

const plain = (text: string, caseSensitive = false) => {
  return compiled({ text, regex: false, caseSensitive });
};

const regex = (text: string, caseSensitive = false) => {
  return compiled({ text, regex: true, caseSensitive });
};

describe('plain text', () => {
  it('is found anywhere, in any case', () => {
    expect(plain('SPRINTF').matches('fmt.Sprintf')).toBe(true);
    expect(plain('sprintf', true).matches('fmt.Sprintf')).toBe(false);
    expect(plain('(*T).').matches('p.(*t).M')).toBe(true);
    expect(plain('.*').matches('fmt.Sprintf')).toBe(false);
    expect(plain('Σ').matches('ΑΣ')).toBe(true);
    expect(plain('Σ').matches('İΑς')).toBe(true);
  });

  it('matches everything when empty', () => {
    expect(plain('').matches('')).toBe(true);
    expect(plain('').firstMatchRange('abc')).toEqual({ start: 0, end: 0 });
  });

  it('gives ranges that hold in the original text', () => {
    expect(plain('b').firstMatchRange('İİaB')).toEqual({ start: 3, end: 4 });
    expect(plain('ı').firstMatchRange('İ')).toBeNull();
    expect(plain('x').firstMatchRange('abc')).toBeNull();
  });

  it('finds any part of any text', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, (before, wanted, after) => {
        const whole = before + wanted + after;
        expect(plain(wanted).matches(whole)).toBe(true);
        expect(plain(wanted, true).firstMatchRange(whole)?.start).toBe(whole.indexOf(wanted));
      }),
    );
  });
});

describe('regular expressions', () => {
  it('are found anywhere, in any case', () => {
    expect(regex('^fmt\\.s.*f$').matches('fmt.Sprintf')).toBe(true);
    expect(regex('^fmt\\.s', true).matches('fmt.Sprintf')).toBe(false);
    expect(regex('(?i)^FMT', true).matches('fmt.Sprintf')).toBe(true);
    expect(regex('').matches('')).toBe(true);
  });

  it('give ranges in UTF-16 units', () => {
    expect(regex('b+').firstMatchRange('a😀bbc')).toEqual({ start: 3, end: 5 });
    expect(regex('x').firstMatchRange('abc')).toBeNull();
    expect(regex('x*').firstMatchRange('abc')).toEqual({ start: 0, end: 0 });
  });

  it('know Go’s syntax', () => {
    expect(regex('(?P<pkg>\\w+)\\.\\pL+').matches('fmt.Sprintf')).toBe(true);
    expect(regex('\\Q(*T).\\E').matches('p.(*T).M')).toBe(true);
  });

  it('take linear time where backtracking would never end', () => {
    const text = `${'a'.repeat(50_000)}!`;
    expect(regex('^(a+)+$').matches(text)).toBe(false);
    expect(regex('^(a|aa)+$').firstMatchRange(text)).toBeNull();
    expect(regex('(a|b)*a(a|b){500}$').matches(text)).toBe(false);
  }, 5000);

  it.each([
    ['(', 'This is not a regular expression: missing closing ), at “(”.'],
    ['[a', 'This is not a regular expression: missing closing ], at “[a”.'],
    ['a**', 'This is not a regular expression: invalid nested repetition operator, at “**”.'],
    ['\\', 'This is not a regular expression: trailing backslash at end of expression.'],
    ['x{1001}', 'This is not a regular expression: invalid repeat count, at “{1001}”.'],
    ['[\u202e', 'This is not a regular expression: missing closing ], at “[\\u{202E}”.'],
    ['((a{100}){100}){100}', 'This is not a regular expression: invalid repeat count, at “{100}”.'],
    ['(?=a)', 'Look-ahead and look-behind are not available in regular expressions here.'],
    ['b(?<!a)', 'Look-ahead and look-behind are not available in regular expressions here.'],
    ['(a)\\1', 'Back-references are not available in regular expressions here.'],
  ])('%j gives an error', (text, error) => {
    expect(compilePattern({ text, regex: true, caseSensitive: false })).toEqual({ error });
  });

  it('compile, or give a sentence, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      '(',
      ')',
      '[',
      ']',
      '*',
      '+',
      '?',
      '{2,',
      '}',
      '\\',
      '^',
      '|',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.string({ unit: 'binary' }), (pieces, text) => {
        const pattern = compilePattern({
          text: pieces.join(''),
          regex: true,
          caseSensitive: false,
        });
        if ('error' in pattern) expect(pattern.error).toMatch(/\.$/);
        else expect(pattern.matches(text)).toBe(pattern.firstMatchRange(text) !== null);
      }),
    );
  });
});

it('refuses patterns that are too long', () => {
  for (const isRegex of [false, true]) {
    expect(
      compilePattern({ text: 'a'.repeat(10_001), regex: isRegex, caseSensitive: true }),
    ).toEqual({ error: 'The pattern is too long: at most 10000 characters are allowed.' });
  }
});
