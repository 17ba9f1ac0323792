import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visibleJson, visibleText } from '../../../src/core/text/visible-text.ts';

it.each([
  ['net/http.(*conn).serve', 'net/http.(*conn).serve'],
  ['größe 漢字 😀 עברית', 'größe 漢字 😀 עברית'],
  ['a\u202egpj.exe', 'a\\u{202E}gpj.exe'],
  ['\u2066a\u2069\u200e\u200f\u061c', '\\u{2066}a\\u{2069}\\u{200E}\\u{200F}\\u{61C}'],
  ['a\nb\tc\0', 'a\\u{A}b\\u{9}c\\u{0}'],
  ['\u007f\u0085\u2028\u2029', '\\u{7F}\\u{85}\\u{2028}\\u{2029}'],
  ['a\u200bb\u200d\ufeff\u00ad', 'a\\u{200B}b\\u{200D}\\u{FEFF}\\u{AD}'],
  ['\ud800x\udc00', '\\u{D800}x\\u{DC00}'],
  ['\u{e0041}\u{1ffff}\ufff9', '\\u{E0041}\\u{1FFFF}\\u{FFF9}'],
])('%j is shown as %j', (text, expected) => {
  expect(visibleText(text)).toBe(expected);
});

it('is well formed, on one line, and stays as it is when made visible again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const visible = visibleText(text);
      expect(visible.isWellFormed()).toBe(true);
      expect(visible).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
      expect(visibleText(visible)).toBe(visible);
    }),
  );
});

it('leaves JSON as it means, with nothing unseen in it but its own line breaks', () => {
  expect(visibleJson('["\u009b\u202e\u{e0041}é"]')).toBe('["\\u009b\\u202e\\udb40\\udc41é"]');
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const json = JSON.stringify(value, null, 2);
      const visible = visibleJson(json);
      expect(JSON.parse(visible)).toEqual(JSON.parse(json));
      expect(visibleText(visible.replaceAll('\n', ''))).toBe(visible.replaceAll('\n', ''));
    }),
  );
});
