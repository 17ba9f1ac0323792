import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visibleText } from '../../../src/core/text/visible-text.ts';
import { closedPolicy } from '../../../src/export/html/csp.ts';
import { html, jsonInScript } from '../../../src/export/html/html.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('<', '</script>', '<!--', '&amp;', '"', "'", '\u2028', '\u202E', '\uD800'),
);

/** What a browser reads where such character references stand. */
const read = (markup: string) =>
  markup.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

it('shows any text as it is, in elements and in attributes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { markup } = html`<b title="${text}">${text}</b>`;
      const [, title = '', content = ''] =
        /^<b title="([^"<>]*)">([^<>]*)<\/b>$/.exec(markup) ?? [];
      expect(read(title)).toBe(visibleText(text));
      expect(read(content)).toBe(visibleText(text));
      expect(content.replace(/&#\d+;/g, '')).not.toMatch(/[&"']/);
    }),
  );
});

it('joins lists, and takes markup for what it is', () => {
  const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}</ul>${2}`.markup).toBe('<ul><li>a</li><li>&#60;b&#62;</li></ul>2');
});

it('writes JSON that reads back and cannot end its element or its line', () => {
  fc.assert(
    fc.property(fc.array(anyText), (texts) => {
      const { markup } = jsonInScript(texts);
      expect(JSON.parse(markup)).toEqual(texts);
      expect(markup).not.toMatch(/[<>&\u2028\u2029]/);
    }),
  );
});

it('allows the scripts and styles that it is given and nothing else', async () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  expect((await closedPolicy(['run()'], ['a{}', 'b{}'])).split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'sha256-${hash('run()')}'`,
    `style-src 'sha256-${hash('a{}')}' 'sha256-${hash('b{}')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});
