import { describe, expect, it } from 'vitest';
import { compileReplacement } from '../../../src/core/text/replacement.ts';

function replaced(pattern: string, replacement: string, text: string): string {
  const compiled = compileReplacement(pattern, replacement);
  return 'error' in compiled ? compiled.error : compiled(text);
}

describe('a replacement', () => {
  it.each([
    ['every match', 'a+', 'x', 'caabaa', 'cxbx'],
    ['groups by number', '(a)(b)', '$2$1', 'ab', 'ba'],
    ['groups by name', '(?P<first>a)b', '$' + '{first}', 'ab', 'a'],
    ['groups that did not match', '(a)|(b)', '[$2]', 'ab', '[][b]'],
    ['literal dollars', 'a', String.raw`\$1`, 'a', '$1'],
    ['nothing', 'x', 'y', 'ab', 'ab'],
    ['what is needed after anchors', '^a|b$', '', 'aabb', 'ab'],
  ])('replaces %s', (_, pattern, replacement, text, expected) => {
    expect(replaced(pattern, replacement, text)).toBe(expected);
  });

  it.each([
    ['(a)', '$2'],
    ['(a)', '$x'],
    ['a|()', '$' + '{name}'],
    ['a', '$' + '{open'],
    ['a', 'end\\'],
  ])(
    'that refers to nothing is refused before anything matches: %s, %s',
    (pattern, replacement) => {
      expect(replaced(pattern, replacement, 'zzz')).toMatch(/^The replacement refers to .*\.$/);
    },
  );

  it.each([
    ['(', 'x'],
    ['', 'x'],
    ['a'.repeat(10_001), 'x'],
    ['a', 'x'.repeat(10_001)],
  ])('that is none is refused with a sentence', (pattern, replacement) => {
    expect(replaced(pattern, replacement, 'zzz')).toMatch(/^[TL].*\.$/);
  });
});
