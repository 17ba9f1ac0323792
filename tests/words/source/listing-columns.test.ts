import { describe, expect, it } from 'vitest';
import { listingColumns, listingText } from '../../../src/words/source/listing-columns.ts';

const quantity = {
  sampleType: { type: 'alloc_objects', unit: 'count' },
  per: null,
} as const;

const values = {
  line: [Int32Array.of(1, 2, -1), Int32Array.of(1, -1, 2)],
  flat: [Float64Array.of(0, 2_730_807, 0), Float64Array.of(0, 0, 557_000)],
  cum: [Float64Array.of(3, 3_255_103, 0), Float64Array.of(3, 0, 557_000)],
};
const source = ['func F() {', '\treturn fmt.Sprint()', '\treturn ""'];

describe('the columns of a listing', () => {
  it('are those of pprof -list for one profile', () => {
    const columns = listingColumns(values, [0], quantity, ['flat', 'cum']);
    expect(listingText(columns, (row) => source[row] ?? '', 0, 2)).toMatchInlineSnapshot(`
      "        flat          cum   line
                 .            3      1: func F() {
             2.73M        3.26M      2: 	return fmt.Sprint()
      "
    `);
    expect(columns.map(({ meaning }) => meaning)).toMatchInlineSnapshot(`
      [
        "Line in the file",
        "On the line itself: objects allocated",
        "On the line and in what it calls: objects allocated",
      ]
    `);
  });

  it('have before, after and change for two', () => {
    const columns = listingColumns(values, [0, 1], quantity, ['flat', 'cum']);
    expect(listingText(columns, (row) => source[row] ?? '', 0, 3)).toMatchInlineSnapshot(`
      " flat before   flat after       Δ flat   cum before    cum after        Δ cum line before  line after
                 .            .            .            3            3            .           1           1: func F() {
             2.73M            .       −2.73M        3.26M            .       −3.26M           2            : 	return fmt.Sprint()
                 .         557k        +557k            .         557k        +557k                       2: 	return ""
      "
    `);
    expect(columns.map(({ tone }) => tone(1))).toEqual([
      ...[null, null, null, null, 'fall', null, null, 'fall'],
    ]);
    expect(columns[4]?.full(1)).toBe('−2.73M after less before');
    expect(columns[2]?.full(1)).toBe('2.73M objects');
  });
});
