import { EngineHost } from '../../src/backend/engine-host.ts';
import type {
  EngineMethod,
  EngineParams,
  EngineResult,
  View,
} from '../../src/bridge/engine-api.ts';
import { windowFor } from '../../src/core/layout/slice-window.ts';
import { wholeGraph } from '../../src/core/layout/viewport.ts';
import { ownPeakBytes } from '../peak-memory.ts';
import type { CompareResult } from './compare-result.ts';
import { openProfile } from './open-profile.ts';

/*
 * Compares two profiles in a process of its own: `node compare-child.js ENGINE BEFORE AFTER`, with the
 * engine's worker as it was built. Prints a CompareResult.
 */

const pane = { viewWidth: 640, viewHeight: 500, rowHeight: 18, orientation: 'icicle' } as const;
const bySize = { column: 'flatDelta', descending: true, bySize: true } as const;

const [engineFile = '', beforePath = '', afterPath = ''] = process.argv.slice(2);
const questionsMs: Record<string, number> = {};

const engine = new EngineHost(engineFile, (reason) => {
  throw new Error(reason);
});
const started = performance.now();
engine.start();
const before = await openProfile(engine, 1, beforePath);
const after = await openProfile(engine, 2, afterPath);

const { sampleTypes } = await query('comparison', { before: before.id, after: after.id });
const firstView: View = {
  profile: after.id,
  sampleType: after.firstSampleType,
  granularity: 'functions',
  inlines: true,
  order: 'weight',
  focus: null,
  base: {
    profile: before.id,
    sampleType: before.firstSampleType,
    rules: { tolerant: true, renames: [] },
    fairness: { kind: 'asMeasured' },
  },
};
await show(firstView);
const compareMs = performance.now() - started;
const peakBytes = await ownPeakBytes();

await timed('confidence', () => query('confidence', { view: firstView }));
await timed('report', () => query('report', { view: firstView }));
await timed('hazards', () => query('hazards', { view: firstView }));
await timed('net total', () => query('netTotal', { view: firstView }));
for (const { type, before: was, after: is } of sampleTypes) {
  if (is === firstView.sampleType) continue;
  await timed(`to ${type}`, () => show(changed({ sampleType: is }, { sampleType: was })));
}
await timed('per request', () =>
  show(changed({}, { fairness: { kind: 'per', before: 80_000, after: 70_000 } })),
);
await timed('same total', () => show(changed({}, { fairness: { kind: 'sameTotal' } })));
await timed('exact names', () => show(changed({}, { rules: { tolerant: false, renames: [] } })));
await timed('by name', () => show(changed({ order: 'name' }, {})));
await timed('to files', () => show(changed({ granularity: 'files' }, {})));
await timed('to lines', () => show(changed({ granularity: 'lines' }, {})));
await timed('and back', () => show(firstView));

const result: CompareResult = { compareMs, peakBytes, questionsMs };
process.stdout.write(JSON.stringify(result));
await engine.dispose();

function changed(change: Partial<View>, base: Partial<NonNullable<View['base']>>): View {
  if (firstView.base === null) throw new Error('A comparison has a base.');
  return { ...firstView, ...change, base: { ...firstView.base, ...base } };
}

/** Asks for all that the page needs to draw both graphs and the table of a view. */
async function show(view: View): Promise<void> {
  const { profile, granularity, inlines, base } = view;
  const total = Math.max(before.totals[0] ?? 0, after.totals[0] ?? 0);
  const window = windowFor(wholeGraph(total), pane, total);
  await Promise.all([
    query('frames', { profile, granularity, inlines, base }),
    query('slice', { view, window, side: 'before' }),
    query('slice', { view, window, side: 'after' }),
    query('difference', { view, sort: bySize, filter: null }),
  ]);
}

async function query<M extends EngineMethod>(
  method: M,
  params: EngineParams<M>,
): Promise<EngineResult<M>> {
  return (await engine.query(method, params)) as EngineResult<M>;
}

async function timed(question: string, ask: () => Promise<unknown>): Promise<void> {
  const asked = performance.now();
  await ask();
  questionsMs[question] = performance.now() - asked;
}
