import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Session } from '../../src/engine/session.ts';

/** A session with texts open, by the numbers of their places. */
async function opened(...files: string[]): Promise<Session> {
  const session = new Session();
  for (const [id, file] of files.entries()) {
    const bytes = readFileSync(`tests/fixtures/${file}`);
    await session.open(id, { name: file, path: file, bytes }, () => {});
  }
  return session;
}

const BEFORE = 'seed-story/before/gctrace-full.log';
const AFTER = 'seed-story/after/gctrace-full.log';
const sides = { before: [0], after: [1] };
const both = { sides, view: null, processes: { before: 0, after: 0 } };

test('the processes of all texts of a side stand in their order', async () => {
  const session = await opened(BEFORE, AFTER, 'gctrace/restart.log', 'gctrace/go1.4.log');
  const asked = { sides: { before: [0], after: [3, 2, 1] }, view: null };
  expect(session.answer('collectorProcesses', asked)).toMatchInlineSnapshot(`
    {
      "after": [
        {
          "collections": 6,
          "process": 0,
          "processes": 3,
          "seconds": 0.23164900000000002,
          "text": 1,
        },
        {
          "collections": 3,
          "process": 1,
          "processes": 3,
          "seconds": 0.17361400000000002,
          "text": 1,
        },
        {
          "collections": 5,
          "process": 2,
          "processes": 3,
          "seconds": 0.214753,
          "text": 1,
        },
        {
          "collections": 453,
          "process": 0,
          "processes": 1,
          "seconds": 15.668154,
          "text": 2,
        },
      ],
      "ancientLines": 3,
      "before": [
        {
          "collections": 774,
          "process": 0,
          "processes": 1,
          "seconds": 19.575703999999998,
          "text": 0,
        },
      ],
    }
  `);
});

test('a window is of both sides, in seconds from where each begins', async () => {
  const session = await opened(BEFORE, AFTER);
  const span = { from: 5, to: 6.5 };
  const { before, after } = session.answer('collectorFigures', { ...both, span });
  expect([before?.collections, after?.collections]).toEqual([57, 42]);
  const one = session.answer('collectorFigures', {
    ...both,
    span,
    processes: { before: -1, after: 0 },
  });
  expect(one).toEqual({ before: null, after });
});

test('a log that begins late lies on one that begins with its process', async () => {
  const session = new Session();
  const lines = readFileSync(`tests/fixtures/${BEFORE}`, 'utf8').split('\n');
  const open = (id: number, text: string) =>
    session.open(id, { name: '', path: '', bytes: new TextEncoder().encode(text) }, () => {});
  await open(0, lines.slice(300).join('\n'));
  await open(1, lines.join('\n'));
  const chart = session.answer('collectorChart', { ...both, span: null, buckets: 10 });
  expect(chart.span.to).toBeCloseTo(19.576, 3);
  const drawn = (column: Float64Array | undefined) => [...(column ?? [])].map(Number.isNaN);
  // The first collection of what is left began 7.18 s after the start.
  expect(drawn(chart.before?.heapEndMostMB)).toEqual([...Array(7).fill(false), true, true, true]);
  expect(drawn(chart.after?.heapEndMostMB)).toEqual(Array(10).fill(false));
});

test('a chart has as many buckets as asked for, and bins that hold some collections', async () => {
  const session = await opened(BEFORE, AFTER);
  const chart = session.answer('collectorChart', { ...both, span: null, buckets: 700 });
  expect([chart.before, chart.after].map((side) => side?.pauseMostMillis.length)).toEqual([
    700, 700,
  ]);
  expect([chart.binSeconds, chart.before?.cpuShare.length]).toEqual([0.2, 98]);
  const near = session.answer('collectorChart', {
    ...both,
    span: { from: 5, to: 5.3 },
    buckets: 700,
  });
  expect(near.binSeconds).toBe(0.1);
  const nowhere = session.answer('collectorChart', {
    ...both,
    span: { from: 50, to: 50 },
    buckets: 3,
  });
  expect(nowhere.after?.collectionsPerSecond.every(Number.isNaN)).toBe(true);
});
