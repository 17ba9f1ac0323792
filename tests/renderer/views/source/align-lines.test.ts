import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignLines } from '../../../../src/renderer/views/source/align-lines.ts';

/** Rows as `before|after` numbers with the text. */
function picture(
  before: readonly string[],
  after: readonly string[],
  looked: Parameters<typeof alignLines>[2] = null,
): string[] {
  const rows = alignLines(before, after, looked);
  return Array.from(rows.before, (line, row) => {
    const other = rows.after[row] ?? -1;
    const text = line > 0 ? before[line - 1] : after[other - 1];
    return `${line > 0 ? line : '-'}|${other > 0 ? other : '-'} ${text}`;
  });
}

describe('lines of two texts', () => {
  it('stand beside each other where they are equal', () => {
    expect(picture(['a', 'b', 'c', 'e'], ['a', 'x', 'c', 'd', 'e'])).toEqual([
      '1|1 a',
      '2|- b',
      '-|2 x',
      '3|3 c',
      '-|4 d',
      '4|5 e',
    ]);
    expect(picture([], [])).toEqual([]);
    expect(picture(['a'], [])).toEqual(['1|- a']);
  });

  it('do so within a function that moved behind another one', () => {
    const moved = { before: { first: 1, last: 3 }, after: { first: 4, last: 6 } };
    const [f, g] = [
      ['func f {', 'f', '}'],
      ['func g {', 'g', '}'],
    ];
    expect(picture([...f, ...g], [...g, ...f], moved)).toEqual([
      '-|1 func g {',
      '-|2 g',
      '-|3 }',
      '1|4 func f {',
      '2|5 f',
      '3|6 }',
      '4|- func g {',
      '5|- g',
      '6|- }',
    ]);
  });

  it('all occur once, in order, beside an equal one or none', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '}'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = alignLines(before, after, null);
        const present = (lines: Int32Array) => Array.from(lines).filter((line) => line > 0);
        expect(present(rows.before)).toEqual(before.map((_, at) => at + 1));
        expect(present(rows.after)).toEqual(after.map((_, at) => at + 1));
        rows.before.forEach((line, row) => {
          const other = rows.after[row] ?? -1;
          expect(line > 0 || other > 0).toBe(true);
          if (line > 0 && other > 0) expect(before[line - 1]).toBe(after[other - 1]);
        });
      }),
    );
  });

  it('of texts that have next to nothing in common stand one below the other', () => {
    const numbered = (name: string) => Array.from({ length: 5_000 }, (_, at) => `${name} ${at}`);
    const rows = alignLines(numbered('before'), numbered('after'), null);
    expect([rows.before[0], rows.after[0]]).toEqual([1, -1]);
    expect([rows.before[9_999], rows.after[9_999]]).toEqual([-1, 5_000]);
  });
});
