import { describe, expect, it } from 'vitest';
import type { ProfileSummary } from '../../../../src/bridge/engine-api.ts';
import type { ListedLines } from '../../../../src/bridge/frames-api.ts';
import type { LineRange } from '../../../../src/core/text/source/go-declaration.ts';
import { rowsOf, weighRows } from '../../../../src/renderer/views/source/source-rows.ts';
import type { SourceSide } from '../../../../src/renderer/views/source/source-side.ts';

type Sums = Readonly<Record<number, readonly [flat: number, cum: number]>>;

const sumsOf = (lines: Sums) => ({
  line: Int32Array.from(Object.keys(lines), Number),
  flat: Float64Array.from(Object.values(lines), ([flat]) => flat),
  cum: Float64Array.from(Object.values(lines), ([, cum]) => cum),
});

/** A side with a text, or without one, and values of its lines: of the function, and of all of the file. */
function side(
  text: string | null,
  own: Sums,
  { scale = 1, all = own, range = null as LineRange | null } = {},
): SourceSide {
  const place: ListedLines = {
    functionName: 'm.F',
    file: 'm.go',
    startLine: 0,
    own: sumsOf(own),
    all: sumsOf(all),
  };
  return {
    profile: {} as ProfileSummary,
    role: 'alone',
    listing: { places: [place], flat: 0, cum: 0, scale },
    place,
    sought: null,
    answer: null,
    text: text === null ? null : { lines: text.split(' '), colors: null, range },
  };
}

/** Each row as lines, flat and cum of its sides, with its weight. */
function picture(sides: readonly SourceSide[], of: 'function' | 'file' = 'function'): string[] {
  const rows = rowsOf(sides, of);
  const { weight, value, heaviest } = weighRows(rows);
  const texts = Array.from({ length: rows.length }, (_, row) => {
    const cells = rows.line.map(
      (line, at) => `${line[row]}:${rows.flat[at]?.[row]}/${rows.cum[at]?.[row]}`,
    );
    return `${cells.join(' ')} = ${weight[row]}`;
  });
  return [...texts, `by ${value}: ${heaviest.join(' ')}`];
}

describe('the rows of a listing', () => {
  it('are the lines of a text with the function’s values, or those of the file', () => {
    const alone = side('a b c', { 2: [5, 9] }, { all: { 2: [5, 9], 3: [70, 70] } });
    expect(picture([alone])).toEqual(['1:0/0 = 0', '2:5/9 = 5', '3:0/0 = 0', 'by flat: 1']);
    expect(picture([alone], 'file')).toEqual([
      '1:0/0 = 0',
      '2:5/9 = 5',
      '3:70/70 = 70',
      'by flat: 2 1',
    ]);
  });

  it('weigh what lines call where none costs anything itself', () => {
    expect(picture([side('a b c', { 1: [0, 3], 3: [0, 8] })])).toEqual([
      '1:0/3 = 3',
      '2:0/0 = 0',
      '3:0/8 = 8',
      'by cum: 2 0',
    ]);
  });

  it('weigh what lines call where they cost next to nothing themselves', () => {
    expect(picture([side('a b', { 1: [4, 4], 2: [1, 90] })]).at(-1)).toBe('by cum: 1 0');
    expect(picture([side('a b', { 1: [9, 9], 2: [1, 90] })]).at(-1)).toBe('by flat: 0 1');
  });

  it('have both sides, divided, and weigh the change', () => {
    const before = side('a b d', { 2: [40, 40], 3: [8, 8] }, { scale: 1 / 4 });
    const after = side('a c d', { 2: [2, 2], 3: [8, 8] }, { scale: 1 / 2 });
    expect(picture([before, after])).toEqual([
      '1:0/0 1:0/0 = 0',
      '2:10/10 -1:0/0 = -10',
      '-1:0/0 2:1/1 = 1',
      '3:2/2 3:4/4 = 2',
      'by flat: 1 3 2',
    ]);
  });

  it('have the values of one side alone where the text of the other is not there', () => {
    const after = side('a b', { 2: [2, 2] });
    expect(picture([side(null, { 1: [40, 40] }), after])).toEqual([
      '-1:0/0 1:0/0 = 0',
      '-1:0/0 2:2/2 = 2',
      'by flat: 1',
    ]);
    expect(picture([side(null, {}), side(null, {})])).toEqual(['by cum: ']);
  });
});
