import { describe, expect, it } from 'vitest';
import type { DifferenceTable, KnownConfidence } from '../../../../src/bridge/comparison-api.ts';
import type { View } from '../../../../src/bridge/engine-api.ts';
import {
  differenceColumns,
  engineSort,
  largestFirst,
  nextSort,
} from '../../../../src/renderer/views/comparison/table/difference-columns.ts';
import { differenceRows } from '../../../../src/renderer/views/comparison/table/difference-rows.ts';
import { differenceTitle } from '../../../../src/renderer/views/comparison/table/difference-titles.ts';
import { rowsAsTsv } from '../../../../src/renderer/views/table/tsv.ts';
import { FrameEvidence } from '../../../../src/words/frame-evidence.ts';
import { FrameTexts } from '../../../../src/words/frame-texts.ts';
import { differenceRoom } from '../../../../src/words/table/difference-columns.ts';
import { differenceDataColumns } from '../../../../src/words/table/difference-data-columns.ts';
import { namedFrames, textColumn } from '../../frame-columns.ts';

const perRequest = { sampleType: { type: 'alloc_objects', unit: 'count' }, per: 'request' };
const frames = new FrameTexts({
  ...namedFrames(['m.a', 'm.f.func2', '=m.new']),
  joined: { by: Uint8Array.of(0, 4, 2), nameBefore: textColumn(['', 'm.f.func1', '']) },
});
const table: DifferenceTable = {
  frame: Int32Array.of(1, 2, 0),
  flatBefore: Float64Array.of(400, 0, 0),
  flatAfter: Float64Array.of(100, 50, 0),
  cumBefore: Float64Array.of(800, 0, 1000),
  cumAfter: Float64Array.of(800, 50, 500),
  rowCount: 3,
  totalBefore: 1000,
  totalAfter: 500,
  sumBefore: 1000,
  sumAfter: 500,
  scaleBefore: 1 / 10,
  scaleAfter: 1 / 5,
};
const rows = differenceRows({ profile: 1 } as View, frames, table, 'before', 0);

const column = (...values: number[]) => Float64Array.of(...values);
const columns = {
  beforeLow: column(30, 0),
  beforeHigh: column(50, 1),
  afterLow: column(15, 8),
  afterHigh: column(25, 13),
  deltaLow: column(-31, 7),
  deltaHigh: column(-9, 13),
  ratioLow: column(-0.7, 3),
  ratioHigh: column(-0.2, Number.POSITIVE_INFINITY),
  pValue: column(0.0001, 0.2),
  qValue: column(0.0002, 0.4),
  isTooFew: Uint8Array.of(0, 0),
  drawnBefore: column(40, 0),
  drawnAfter: column(20, 5),
};
const evidence = new FrameEvidence({
  level: 0.95,
  frame: Int32Array.of(1, 2),
  flat: columns,
  cum: columns,
  whole: columns,
} satisfies KnownConfidence);

describe('what is sorted by', () => {
  it('goes round on a change: by size, the falls, the rises', () => {
    const click = { column: 'flatDelta', descending: false } as const;
    const falls = nextSort(largestFirst, click);
    const rises = nextSort(falls, click);
    expect([falls, rises].map(({ descending, bySize }) => [descending, bySize])).toEqual([
      [false, false],
      [true, false],
    ]);
    expect(nextSort(rises, click)).toEqual(largestFirst);
  });

  it('begins by size on another change, and never is by size elsewhere', () => {
    const cum = nextSort(largestFirst, { column: 'cumDelta', descending: false });
    expect(cum).toEqual({ column: 'cumDelta', descending: true, bySize: true });
    expect(nextSort(cum, { column: 'name', descending: false }).bySize).toBe(false);
  });

  it('is the change for shares, and the ratio of flat for ratios', () => {
    expect(engineSort({ column: 'share', descending: true, bySize: true }).column).toBe(
      'flatDelta',
    );
    expect(engineSort({ column: 'ratio', descending: true, bySize: false }).column).toBe(
      'flatRatio',
    );
  });
});

describe('the columns', () => {
  it('name the denominator and whether changes go by size', () => {
    const { traits } = differenceColumns('net', largestFirst);
    expect(traits.share.title).toBe('% of net change');
    expect(traits.flatDelta.title).toBe('|Δ flat|');
    expect(traits.cumDelta.title).toBe('Δ cum');
  });

  it('keep name, values and change of flat in the narrowest table', () => {
    const room = differenceRoom(300);
    expect(room).not.toHaveProperty('name');
    expect(room).not.toHaveProperty('flatDelta');
    expect(Object.values(room)).not.toContain(true);
  });
});

describe('the cells in full', () => {
  const title = (row: number, id: Parameters<typeof differenceTitle>[4]) =>
    differenceTitle(rows, perRequest, evidence, row, id);

  it('tell the name before and why it was joined', () => {
    expect(title(0, 'name')).toBe(
      'm.f.func2\nWas m.f.func1 before; closures were renumbered.\n/src/a.go:7',
    );
  });

  it('tell the measured value, and the interval of the divided one', () => {
    expect(title(0, 'flatBefore')).toBe('400 objects measured\n95% interval: 30 – 50');
    expect(title(2, 'flatBefore')).toBe('0 objects measured');
  });

  it('tell the denominator of a share', () => {
    expect(title(0, 'flatDelta')).toBe(
      '−20.0% of before\n95% interval: −31 – −9; −70.0% to −20.0% of its own before',
    );
    expect(title(0, 'share')).toBe('Of 100 objects per request');
  });

  it('tell what a verdict rests on', () => {
    expect(title(0, 'confidence')).toContain('A real change.\n40 → 20 raw samples; p < 0.001');
    expect(title(1, 'confidence')).toContain('Within sampling noise.');
    expect(differenceTitle(rows, perRequest, null, 0, 'confidence')).toBe('');
  });
});

it('as tab-separated values the rows have all digits, both names and the verdict', async () => {
  const columns = differenceDataColumns(rows, perRequest, evidence);
  const lines = (await rowsAsTsv(columns, 0, 2)).trimEnd().split('\n');
  const [heading, first, second] = lines.map((line) => line.split('\t'));
  const cell = (cells: readonly string[] | undefined, name: string) =>
    cells?.[heading?.indexOf(name) ?? -1];
  expect(lines).toHaveLength(3);
  expect(cell(first, 'flat before (objects per request)')).toBe('40');
  expect(cell(first, 'flat change (objects per request)')).toBe('-20');
  expect(cell(first, 'flat change (% of before)')).toBe('-20');
  expect(cell(first, 'flat verdict')).toBe('real');
  expect(cell(first, 'function before')).toBe('m.f.func1');
  expect(cell(second, 'function')).toBe("'=m.new");
  expect(cell(second, 'flat after / before')).toBe('');
  expect(cell(second, 'state')).toBe('added');
});
