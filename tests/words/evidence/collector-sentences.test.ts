import { describe, expect, test } from 'vitest';
import type { CollectorFigures } from '../../../src/core/evidence/gctrace/figures.ts';
import { collectorFigures } from '../../../src/core/evidence/gctrace/figures.ts';
import { windowOf } from '../../../src/core/evidence/gctrace/window.ts';
import {
  collectorSentences,
  symptomChange,
} from '../../../src/words/evidence/collector-sentences.ts';
import { seedTrace } from '../../helpers/gctrace.ts';

const trace = seedTrace('before');
/** A service that collects every 25 ms since it allocates 409 MiB/s into a room of 12 MiB. */
const busy = collectorFigures(trace, windowOf(trace, null, null));
const but = (change: Partial<CollectorFigures>): CollectorFigures => ({ ...busy, ...change });

describe('what is said of a run', () => {
  test('the symptom, the reason and who pays', () => {
    expect(collectorSentences(busy)).toEqual([
      'A collection every 25 ms (median): the collector runs 39.5 times a second and takes 9.8% of the CPU.',
      'The program allocates about 409 MiB/s, which fills the 12 MiB between the live heap (12 MiB) and the goal (24 MiB) in about 29 ms.',
      'Goroutines that allocate do 22.2% of the marking themselves (assists), and wait for it.',
    ]);
  });

  test('nothing where nothing is the matter', () => {
    const calm = { intervalMedianMillis: 200, assistShare: 0.04 };
    expect(collectorSentences(but(calm))).toEqual([]);
    const unknown = { intervalMedianMillis: Number.NaN, assistShare: Number.NaN };
    expect(collectorSentences(but(unknown))).toEqual([]);
  });

  test('nothing of so few collections that chance may have made them', () => {
    expect(collectorSentences(but({ collections: 9 }))).toEqual([]);
  });

  test('no reason that does not explain the interval', () => {
    const said = (change: Partial<CollectorFigures>) => collectorSentences(but(change))[1] ?? '';
    // The room would last for four times as long as it does: something else begins collections.
    expect(said({ allocatedMBPerSecond: 100 })).not.toContain('allocates');
    expect(said({ heapGoalMedianMB: 12 })).not.toContain('allocates');
    expect(said({ allocatedMBPerSecond: Number.NaN })).not.toContain('allocates');
    expect(said({ forcedShare: 0.8 })).toBe(
      '80.0% of them the program asked for: look for runtime.GC and debug.FreeOSMemory.',
    );
  });

  test('that a goal is the least there is', () => {
    const small = { heapGoalMedianMB: 4, heapLiveMedianMB: 1, intervalMedianMillis: 8 };
    expect(collectorSentences(but(small))[1]).toContain(
      'the goal is the least that Go has, so that a larger GOGC makes collections rarer',
    );
  });

  test('long pauses, if there are enough collections for one in a hundred', () => {
    const long = but({ pauseP99Millis: 12 });
    expect(collectorSentences(long).at(-1)).toBe(
      'One collection in a hundred stops the program for 12 ms or longer.',
    );
    expect(collectorSentences({ ...long, collections: 99 }).at(-1)).not.toContain('hundred');
  });
});

test('what is said of two runs', () => {
  expect(symptomChange(busy, but({ intervalMedianMillis: 200 }))).toBe(
    'A collection every 25 ms before, every 200 ms after.',
  );
  expect(symptomChange(busy, busy)).toBe('A collection every 25 ms on both sides.');
  expect(symptomChange(but({ intervalMedianMillis: 0 }), busy)).toBe(
    'A collection every millisecond or less before, every 25 ms after.',
  );
  expect(symptomChange(busy, but({ collections: 3 }))).toBe('');
});
