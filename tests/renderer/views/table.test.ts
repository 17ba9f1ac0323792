import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/bridge/engine-api.ts';
import type { TopTable } from '../../../src/bridge/frames-api.ts';
import { cellTitle } from '../../../src/renderer/views/table/cell-title.ts';
import { isInRange, movedRow, scrolledTo } from '../../../src/renderer/views/table/row-range.ts';
import { topRows } from '../../../src/renderer/views/table/top-rows.ts';
import { rowsAsTsv } from '../../../src/renderer/views/table/tsv.ts';
import { FrameTexts } from '../../../src/words/frame-texts.ts';
import { topCellText } from '../../../src/words/table/top-cell-text.ts';
import { topDataColumns } from '../../../src/words/table/top-data-columns.ts';
import { namedFrames } from '../frame-columns.ts';

const view = { profile: 1 } as View;
const frames = new FrameTexts(namedFrames(['main.a', '=cmd()', 'main.c', 'main.d']));
const table = (frame: number[], flat: number[], average: number[], total: number): TopTable => ({
  frame: Int32Array.from(frame),
  flat: Float64Array.from(flat),
  cum: Float64Array.from(flat, (value) => value * 2),
  average: Float64Array.from(average),
  rowCount: frame.length,
  total,
});
const rows = topRows(view, frames, table([2, 0, 1], [6, 3, 0], [100, 32, Number.NaN], 10));
const objects = { type: 'alloc_objects', unit: 'count' };

describe('the rows', () => {
  it('run up, and find their frames', () => {
    expect([...rows.running]).toEqual([6, 9, 9]);
    expect([...rows.rowOf]).toEqual([1, 2, 0, -1]);
  });

  it('read as texts', () => {
    const columns = ['flat', 'flatShare', 'running', 'cum', 'cumShare', 'average'] as const;
    const texts = columns.map((column) => topCellText(rows, 0, column, objects));
    expect(texts).toEqual(['6', '60.0%', '60.0%', '12', '120.0%', '100 B']);
    expect(topCellText(rows, 0, 'name', objects)).toBe('main.c');
    expect(topCellText(rows, 0, 'file', objects)).toBe('a.go:7');
    expect(cellTitle(rows, 0, 'flat', objects)).toBe('6 objects');
    expect(topCellText(rows, 2, 'average', objects)).toBe('—');
  });
});

describe('the rows as tab-separated values', () => {
  it('have exact numbers, and no text that a spreadsheet takes for a formula', async () => {
    expect(await rowsAsTsv(topDataColumns(rows, objects), 1, 3)).toBe(
      'flat (objects)\tflat (% of total)\trunning sum of flat (% of total)\tcum (objects)\tcum (% of total)\taverage size (bytes)\tfunction\tpackage\tfile\tline\n' +
        '3\t30\t90\t6\t60\t32\tmain.a\t\t/src/a.go\t7\n' +
        "0\t0\t90\t0\t0\t\t'=cmd()\t\t/src/a.go\t7\n",
    );
  });
});

describe('the cursor', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 2, 6],
    ['PageUp', 2, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['x', 5, null],
  ])('%s from %i goes to %s', (key, from, to) => {
    expect(movedRow(key, from, 10, 4)).toBe(to);
  });

  it.each([
    ['in view stays', 5, 100, false, 100],
    ['above is scrolled to by as little as it needs', 3, 100, true, 60],
    ['below is scrolled to by as little as it needs', 15, 100, true, 220],
    ['that something else selected comes into the middle', 50, 100, false, 960],
    ['near the top comes as near to the middle as can be', 1, 100, false, 0],
  ])('a row %s', (_, row, from, isStep, to) => {
    expect(scrolledTo(row, 20, { from, height: 100 }, isStep)).toBe(to);
  });

  it('selects runs in both directions', () => {
    expect([1, 2, 3, 4].map((row) => isInRange({ anchor: 3, cursor: 2 }, row))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isInRange(null, 0)).toBe(false);
  });
});
