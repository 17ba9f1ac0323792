import { expect, it } from 'vitest';
import { notesHtml } from '../../../src/export/report/notes-html.ts';

it.each([
  ['a *b* **c** `d`', '<p>a <em>b</em> <strong>c</strong> <code>d</code></p>'],
  ['# Next\n\n###### deep', '<h3>Next</h3>\n<h6>deep</h6>'],
  ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['a <b onclick="x()">b</b>', '<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>'],
  ['&lt;h1&gt;', '<p>&lt;h1&gt;</p>'],
  ['[a](javascript:alert(1))', '<p><a href="">a</a></p>'],
  [
    '[a](https://example.com/?a=1&b="2")',
    '<p><a href="https://example.com/?a=1&amp;b=%222%22">a</a></p>',
  ],
  ['![a](https://example.com/a.png)', '<p>!<a href="https://example.com/a.png">a</a></p>'],
  [
    '![a][b]\n\n[b]: https://example.com/a.png',
    '<p>!<a href="https://example.com/a.png">a</a></p>',
  ],
])('%j becomes %s', (notes, markup) => {
  expect(notesHtml(notes).markup.trim()).toBe(markup);
});
