import { describe, expect, test } from 'vitest';
import type { CollectorChart } from '../../../src/bridge/collector-api.ts';
import {
  createCollector,
  movedSpan,
  shownProcess,
  togglePart,
  widerSpan,
} from '../../../src/renderer/state/collector.ts';
import { panelsOf, readingOf } from '../../../src/renderer/views/evidence/collector/panels.ts';
import { secondTexts } from '../../../src/renderer/views/evidence/collector/second-axis.ts';

const column = (...values: number[]) => Float64Array.from(values);
const side = {
  heapLiveLeastMB: column(4, Number.NaN, 5, 6),
  heapStartMostMB: column(8, Number.NaN, 9, 10),
  heapEndMostMB: column(9, Number.NaN, 10, 2048),
  heapGoalMostMB: column(10, Number.NaN, 11, 12),
  pauseMostMillis: column(0.2, Number.NaN, 0.3, 12),
  collectionsPerSecond: column(40, 30),
  cpuShare: column(0.1, Number.NaN),
};
const chart: CollectorChart = {
  span: { from: 2, to: 10 },
  binSeconds: 4,
  before: null,
  after: side,
};

describe('the panels of a chart', () => {
  const panels = panelsOf(chart, []);

  test('have the middles of buckets, and where bins begin and end', () => {
    expect(panels.map(({ name, seconds }) => [name, ...seconds])).toEqual([
      ['heap', 3, 5, 7, 9],
      ['pauses', 3, 5, 7, 9],
      ['rate', 2, 6, 10],
      ['cpu', 2, 6, 10],
    ]);
  });

  test('hold a rate to the end of its bin, and no longer', () => {
    expect(panels.slice(2).map(({ lines }) => lines[0]?.values)).toEqual([
      [40, 30, 30],
      [0.1, 0.1, null],
    ]);
  });

  test('are read in words, without what is not there', () => {
    const [heap, pauses] = panels;
    const read = (at: number) => heap && readingOf(heap, 'run', [at, at, at, at]);
    expect([0, 1, 3].map(read)).toEqual([
      'live 4 MiB, start 8 MiB, end 9 MiB, goal 10 MiB',
      '',
      'live 6 MiB, start 10 MiB, end 2 GiB, goal 12 MiB',
    ]);
    expect(pauses && readingOf(pauses, 'run', [3])).toBe('12 ms');
    expect(pauses && readingOf(pauses, 'before', [3])).toBe('');
  });

  test('have the lines of both runs, whose bands lie between live and end', () => {
    const [heap] = panelsOf({ ...chart, before: side }, []);
    expect(heap?.lines.map(({ side: run, label }) => `${run} ${label}`)).toEqual([
      'before live',
      'before start',
      'before end',
      'before goal',
      'after live',
      'after start',
      'after end',
      'after goal',
    ]);
    expect(heap?.bands).toEqual([
      [2, 0],
      [6, 4],
    ]);
  });
});

test('what is hidden is not drawn, but one side always is', () => {
  const store = createCollector();
  const drawn = () => {
    const panels = panelsOf({ ...chart, before: side }, store.getState().hidden);
    const [heap, pauses] = panels.map(({ lines }) =>
      lines.map((l) => `${l.side} ${l.label}`.trim()),
    );
    return { heap, pauses, bands: panels[0]?.bands };
  };
  togglePart(store, 'goal');
  togglePart(store, 'start');
  togglePart(store, 'before');
  expect(drawn()).toEqual({
    heap: ['after live', 'after end'],
    pauses: ['after'],
    bands: [[1, 0]],
  });
  togglePart(store, 'after');
  expect(drawn().pauses).toEqual(['before']);
  togglePart(store, 'after');
  togglePart(store, 'goal');
  expect(drawn().heap).toEqual([
    'before live',
    'before end',
    'before goal',
    'after live',
    'after end',
    'after goal',
  ]);
  // A run that nothing is compared with stays, whatever was hidden before.
  togglePart(store, 'after');
  expect(panelsOf(chart, store.getState().hidden)[1]?.lines).toHaveLength(1);
});

test('seconds are written as exactly as their step needs', () => {
  expect(
    [
      [0, 2, 4],
      [5.85, 5.9, 5.95],
      [0.001, 0.002],
      [0, 300, 600],
      [3600, 10800],
      [120, 120.5],
      [7],
    ].map((places) => secondTexts(places).join(' | ')),
  ).toMatchInlineSnapshot(`
    [
      "0 s | 2 s | 4 s",
      "5.85 s | 5.90 s | 5.95 s",
      "0.001 s | 0.002 s",
      "0:00 min | 5:00 min | 10:00 min",
      "1:00 h | 3:00 h",
      "120.0 s | 120.5 s",
      "7 s",
    ]
  `);
});

test('spans are moved within what there is', () => {
  const span = { from: 2, to: 6 };
  expect([
    movedSpan(span, 10, { by: 0.5 }),
    movedSpan(span, 10, { by: 3 }),
    movedSpan(span, 10, { by: -3 }),
    movedSpan(span, 10, { endBy: 0.25 }),
    movedSpan(span, 10, { endBy: 9 }),
    movedSpan(span, 10, { endBy: -0.9 }),
  ]).toEqual([
    { from: 4, to: 8 },
    { from: 6, to: 10 },
    { from: 0, to: 4 },
    { from: 2, to: 7 },
    { from: 2, to: 10 },
    { from: 2, to: 4 },
  ]);
  expect([widerSpan({ from: 4, to: 6 }, 10), widerSpan(span, 8)]).toEqual([
    { from: 3, to: 7 },
    null,
  ]);
});

test('the process with most collections is shown until another one is chosen', () => {
  const processes = [{ collections: 3 }, { collections: 9 }, { collections: 9 }];
  expect([
    shownProcess(processes, null),
    shownProcess(processes, 2),
    shownProcess(processes, 3),
    shownProcess([], null),
  ]).toEqual([1, 2, 1, -1]);
});
