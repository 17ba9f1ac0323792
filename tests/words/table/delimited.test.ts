import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingLine, inertText, rowLine } from '../../../src/words/table/delimited.ts';
import type { Cell, TableColumn } from '../../../src/words/table/table-column.ts';
import { parseCsv } from '../../helpers/parse-csv.ts';

/** Columns of one row that has these cells. */
const columnsOf = (cells: readonly Cell[]): TableColumn[] =>
  cells.map((cell, at) => ({ key: `c${at}`, heading: `column ${at}`, cell: () => cell }));

const csv = (...cells: Cell[]) => rowLine(columnsOf(cells), 0, 'csv');
const tsv = (...cells: Cell[]) => rowLine(columnsOf(cells), 0, 'tsv');

/** What is said of restoring a text: the apostrophe at the start and behind each semicolon goes. */
const restored = (text: string) => text.replace(/(^|;)'/g, '$1');

describe('rows for spreadsheets', () => {
  it('have numbers as they are, and nothing where there is nothing', () => {
    expect(csv(-5, 0.1, 1e21, null, 'main.f')).toBe('-5,0.1,1e+21,,main.f');
    expect(tsv(-5, null, 'main.f')).toBe('-5\t\tmain.f');
  });

  it('quote in CSV what RFC 4180 wants quoted, and nothing in TSV', () => {
    expect(csv('a,b', 'say "a"', 'a;b')).toBe('"a,b","say ""a""","a;b"');
    expect(tsv('a,b', 'say "a"')).toBe('a,b\tsay "a"');
  });

  it('show control characters, which would end a line or a cell', () => {
    expect(csv('a\r\nb\tc')).toBe('a\\u{D}\\u{A}b\\u{9}c');
    expect(tsv('a\tb\u202e')).toBe('a\\u{9}b\\u{202E}');
  });

  it('have headings', () => {
    expect(headingLine(columnsOf([1, 2]), 'csv')).toBe('column 0,column 1');
  });
});

describe('texts that would be formulas', () => {
  it.each(['=1', '+1', '-1', '@x', '＝1', '＋1', '－1', '＠x', ' =1', "'=1", '"a"', "'"])(
    'are text behind an apostrophe: %s',
    (text) => {
      expect(inertText(text)).toBe(`'${text}`);
    },
  );

  it('are so too behind what parts cells elsewhere', () => {
    expect(csv('f;=cmd()')).toBe(`"f;'=cmd()"`);
    expect(inertText('struct { A int; B int }')).toBe('struct { A int; B int }');
  });

  it('never begin a cell, and can be restored', () => {
    const hostile = fc.stringMatching(/^['"=+\-@;,＝ a\t\r\n]{0,12}$/);
    fc.assert(
      fc.property(hostile, fc.string(), (text, tail) => {
        const inert = inertText(text + tail);
        for (const cell of inert.split(';')) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠"]/);
        expect(restored(inert)).toBe(text + tail);
      }),
    );
  });

  it('come back from CSV as they went in', () => {
    const cell = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.stringMatching(/^[-'"=+@;, a-c＝]{0,8}$/),
    );
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (cells) => {
        const text = cells.map((row) => `${csv(...row)}\r\n`).join('');
        expect(parseCsv(text).map((row) => row.map(restored))).toEqual(
          cells.map((row) => row.map(String)),
        );
      }),
    );
  });
});
