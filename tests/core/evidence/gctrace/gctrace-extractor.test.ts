import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Collections,
  collectionCount,
  processCount,
} from '../../../../src/core/evidence/gctrace/gctrace.ts';
import { type ReadTrace, readTrace, seedFile } from '../../../helpers/gctrace.ts';

const fixtures = 'tests/fixtures/gctrace';
const goldens = join(import.meta.dirname, '../../../golden/evidence/gctrace');

/** Columns in groups, as the line has them. */
const groups: readonly (readonly [heading: string, columns: readonly (keyof Collections)[]])[] = [
  ['gc', ['number']],
  ['@s', ['startSeconds']],
  ['%', ['cumulativePercent']],
  ['ms clock', ['sweepStopMillis', 'concurrentMillis', 'markStopMillis']],
  [
    'ms cpu',
    [
      'sweepStopCpuMillis',
      'assistCpuMillis',
      'backgroundCpuMillis',
      'idleCpuMillis',
      'markStopCpuMillis',
    ],
  ],
  ['MB', ['heapStartMB', 'heapEndMB', 'heapLiveMB', 'heapGoalMB']],
  ['stacks, globals', ['stacksMB', 'globalsMB']],
  ['P', ['processors']],
  ['forced', ['isForced']],
];

/** What was read of a text, as a table. */
function drawTrace({ trace, taken }: ReadTrace): string {
  const lines = [groups.map(([heading]) => heading)];
  for (let row = 0; row < collectionCount(trace); row++) {
    lines.push(
      groups.map(([, columns]) =>
        columns.map((column) => Number(trace.collections[column][row]?.toFixed(6))).join(' '),
      ),
    );
  }
  const widths = groups.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  const table = lines.map((cells) =>
    cells
      .map((cell, at) => cell.padStart(widths[at] ?? 0))
      .join(' | ')
      .trimEnd(),
  );
  const unreadable = taken.flatMap((what, at) => (what === 'unreadable' ? [at + 1] : []));
  return [
    `unreadable lines: ${unreadable.join(', ') || 'none'}`,
    `lines of Go 1.4 or older: ${trace.ancientLines}`,
    `first rows of processes, and all rows: ${[...trace.processStarts].join(', ')}`,
    ...table,
    '',
  ].join('\n');
}

describe('the form of the lines of Go 1.4 to 1.26, and what is around them', () => {
  for (const file of readdirSync(fixtures)) {
    test(file, async () => {
      const text = drawTrace(readTrace(readFileSync(join(fixtures, file), 'utf8')));
      await expect(text).toMatchFileSnapshot(join(goldens, `${file}.txt`));
    });
  }
});

const LINE =
  'gc 5 @0.206s 5%: 0.048+8.7+0.005 ms clock, 0.096+2.5/5.2/0.12+0.010 ms cpu, 12->14->8 MB, 15 MB goal, 0 MB stacks, 0 MB globals, 2 P';

test('every collection of a real service is read, and nothing else', () => {
  const { trace, taken } = readTrace(seedFile('before', 'gctrace-full.log'));
  expect(collectionCount(trace)).toBe(774);
  expect(processCount(trace)).toBe(1);
  expect(taken.slice(0, -1)).toEqual(Array(774).fill('read'));
});

test('a text without collections has none', () => {
  const { trace } = readTrace('hello\n\nthe gc is fine');
  expect([...trace.processStarts]).toEqual([0]);
  expect(collectionCount(trace)).toBe(0);
});

test('a line that is cut off anywhere is unreadable', () => {
  const least = 'gc 5 @'.length;
  const cut = Array.from({ length: LINE.length - least }, (_, at) => LINE.slice(0, least + at));
  expect(cut.filter((line) => readTrace(line).taken[0] !== 'unreadable')).toEqual([]);
});

test('a whole line is read behind anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (prefix) => {
      const { trace } = readTrace(`${prefix.replaceAll('\n', '')}${LINE}`);
      expect([...trace.collections.number, ...trace.collections.startSeconds]).toEqual([5, 0.206]);
    }),
  );
});

test('numbers are those that JavaScript reads', () => {
  const amount = fc.oneof(
    fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(3)),
    fc.integer({ min: 0, max: 1e9 }).map(String),
    fc.double({ min: 1e-9, max: 1e9, noNaN: true }).map((value) => value.toExponential(5)),
  );
  fc.assert(
    fc.property(amount, (text) => {
      const { sweepStopMillis } = readTrace(LINE.replace('0.048', text)).trace.collections;
      expect((sweepStopMillis[0] ?? -1) / (Number(text) || 1)).toBeCloseTo(
        Number(text) === 0 ? 0 : 1,
        12,
      );
      if (!text.includes('e')) expect(sweepStopMillis[0]).toBe(Number(text));
    }),
  );
});

test('what is written over one character is either read or counted, and never a number that cannot be', () => {
  fc.assert(
    fc.property(
      fc.nat(LINE.length - 1),
      fc.string({ minLength: 1, maxLength: 9 }),
      (at, written) => {
        const line = (LINE.slice(0, at) + written + LINE.slice(at + 1)).replaceAll('\n', ' ');
        const { trace, taken } = readTrace(line);
        for (const column of Object.values(trace.collections)) {
          for (const value of column) expect(value >= -1 && Number.isFinite(value)).toBe(true);
        }
        if (at >= 'gc 5 @'.length) expect(taken[0]).not.toBe('other');
      },
    ),
  );
});

test('programs that write by turns are told apart without anything before their lines', () => {
  // The second begins later and collects more rarely; the third collection of the first is damaged.
  const text = [
    'gc 1 @0.004s',
    'gc 2 @0.009s',
    'gc 1 @0.003s',
    'gc 3 @0.0',
    'gc 4 @0.019s',
    'gc 2 @0.014s',
    'gc 5 @0.024s',
    'gc 3 @0.023s',
    'gc 1 @0.002s',
    'gc 2 @0.006s',
  ]
    .map((beginning) => LINE.replace('gc 5 @0.206s', beginning))
    .join('\n');
  const { trace, taken } = readTrace(text);
  const { number } = trace.collections;
  expect(taken.filter((line) => line === 'unreadable')).toHaveLength(1);
  expect(
    [...trace.processStarts]
      .slice(1)
      .map((end, at) => [...number.slice(trace.processStarts[at], end)]),
  ).toEqual([
    [1, 2, 4, 5],
    [1, 2, 3],
    [1, 2],
  ]);
});

test('programs that write by turns are told apart, whatever they start with', () => {
  const line = (process: number, number: number) =>
    `[pod/api-${process}/api] ${LINE.replace('gc 5', `gc ${number}`)}`;
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
      (turns, firstNumbers) => {
        const written = [0, 0, 0, 0];
        const text = turns
          .map((process) => {
            const number = (firstNumbers[process] ?? 0) + (written[process] ?? 0);
            written[process] = (written[process] ?? 0) + 1;
            return line(process, number * 20);
          })
          .join('\n');
        const { trace } = readTrace(text);
        expect(processCount(trace)).toBe(new Set(turns).size);
        for (let process = 0; process < processCount(trace); process++) {
          const { number } = trace.collections;
          const rows = number.subarray(
            trace.processStarts[process],
            trace.processStarts[process + 1],
          );
          expect(rows).toEqual(rows.slice().sort());
        }
      },
    ),
  );
});
