import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { markdownCell, markdownPhrases } from '../../../../src/core/text/report/markdown-text.ts';

/* Read back by a parser that follows GitHub's rules: what was text is text, what was code is code. */

const rendered = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** What a browser would show of markup, and which elements it has. */
function read(html: string): { text: string; elements: string[] } {
  const elements = Array.from(html.matchAll(/<([a-z][a-z0-9]*)/g), ([, name]) => name ?? '');
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot);/g, (_, name: 'lt' | 'gt' | 'amp' | 'quot') => {
      return { lt: '<', gt: '>', amp: '&', quot: '"' }[name];
    });
  return { text: text.trim(), elements };
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- a comment',
  '![a](https://example.com/a.png)',
  '[a](javascript:alert(1))',
  '[a]: https://example.com',
  '[^1]',
  '<https://example.com>',
  'https://example.com/x?y=1&z=2',
  'www.example.com',
  'someone@example.com',
  '@everyone and @team/name',
  '#123 GH-123 owner/repo#123 !45 %"milestone" ~bug $67',
  ':smile: :+1: :100:',
  'd578073466e920658a7766a5d8d01ed8a3baaaec',
  '**bold** __bold__ *i* _i_ ~~gone~~',
  '`code` ``more``',
  '# heading',
  '> quotation',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '23) item',
  '- [ ] task',
  '===',
  '---',
  '***',
  '___',
  '```go',
  '~~~',
  '    indented',
  '| a | b |',
  'a|b\\|c\\\\|d',
  'ends with \\',
  '&lt; &#60; &amp;copy;',
  '$x^2$ and $$y$$',
  '{{ liquid }} {code}',
  'trailing #',
  'C:\\Users\\me',
];

describe('as Markdown', () => {
  it.each(hostile)('%j stays a text', (text) => {
    const { text: shown, elements } = read(rendered(markdownPhrases([text])));
    expect(shown).toBe(text.trim());
    expect(elements.filter((name) => name !== 'p' && name !== 'code')).toEqual([]);
  });

  it.each(hostile)('%j stays an item of a list', (text) => {
    const { text: shown, elements } = read(rendered(`- ${markdownPhrases([text])}`));
    expect(shown).toBe(text.trim());
    expect(elements.filter((name) => name !== 'code')).toEqual(['ul', 'li']);
  });

  it.each(hostile)('%j stays a heading', (text) => {
    const { text: shown, elements } = read(rendered(`## ${markdownPhrases([text])}`));
    expect(shown).toBe(text.trim());
    expect(elements.filter((name) => name !== 'code')).toEqual(['h2']);
  });

  it.each(hostile)('%j stays one cell', (text) => {
    const table = `| a | b |\n| --- | --- |\n| ${markdownCell([text])} | ${markdownCell([{ code: text }])} |`;
    const { elements } = read(rendered(table));
    expect(elements.filter((name) => name !== 'code' && name !== 'td')).toEqual([
      ...['table', 'thead', 'tr', 'th', 'th'],
      ...['tbody', 'tr'],
    ]);
    const cells = Array.from(rendered(table).matchAll(/<td>(.*?)<\/td>/g), ([, cell]) => cell);
    expect(cells.map((cell) => read(cell ?? '').text)).toEqual([text.trim(), text.trim()]);
  });

  it.each(hostile)('%j stays code', (text) => {
    const { text: shown, elements } = read(rendered(`a ${markdownPhrases([{ code: text }])}`));
    expect(elements).toEqual(['p', 'code']);
    expect(shown.slice(2).trim()).toBe(text.trim());
  });

  it('whatever signs stay a text and a cell', () => {
    const signs = [...'`*_[]()<>|~#&$@!{}\\-+=:.;/"\'^%0123ab \t', 'www.', '://', 'a@b.c'];
    const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (words, code) => {
        const line = read(rendered(markdownPhrases([`x ${words}`])));
        expect(line.elements.filter((name) => name !== 'code')).toEqual(['p']);
        expect(spaced(line.text)).toBe(spaced(`x ${words}`));
        const row = rendered(
          `| a | b |\n| - | - |\n| ${markdownCell([words])} | ${markdownCell([{ code }])} |`,
        );
        expect(row.match(/<td>/g)).toHaveLength(2);
        const cells = Array.from(row.matchAll(/<td>(.*?)<\/td>/gs), ([, cell]) => read(cell ?? ''));
        expect(cells.map(({ text }) => spaced(text))).toEqual([spaced(words), spaced(code)]);
        expect(read(row).elements.filter((name) => !/^(table|t.*|code)$/.test(name))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
