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
import { openProfile } from './open-profile.ts';
import type { OpenResult } from './open-result.ts';

/*
 * Opens a profile as the application does, cold: starts the engine's thread, reads the file, and asks
 * what the page asks to draw the first flame graph. Then the questions of a user who looks around.
 */

const PROFILE = 1;
const pane = { viewWidth: 1280, viewHeight: 800, rowHeight: 18, orientation: 'icicle' } as const;

const [engineFile = '', path = ''] = process.argv.slice(2);
const phasesMs: Record<string, number> = {};
const questionsMs: Record<string, number> = {};

const started = performance.now();
const cpuBefore = process.cpuUsage();
const engine = new EngineHost(engineFile, (reason) => {
  throw new Error(reason);
});
engine.start();
const summary = await openProfile(engine, PROFILE, path, ({ phase }) => {
  phasesMs[phase] ??= performance.now() - started;
});
phasesMs['open'] = performance.now() - started;

const firstView: View = {
  profile: PROFILE,
  sampleType: summary.firstSampleType,
  granularity: 'functions',
  inlines: true,
  order: 'weight',
  focus: null,
  base: null,
};
const { length: sliceRows } = await show(firstView);
const openMs = performance.now() - started;
const cpu = process.cpuUsage(cpuBefore);
const openPeakBytes = await ownPeakBytes();

await timed('top', () =>
  query('top', { view: firstView, sort: { column: 'flat', descending: true }, filter: null }),
);
await timed('search', () =>
  query('search', {
    view: firstView,
    pattern: { text: 'Encode', regex: false, caseSensitive: false },
  }),
);
for (const [sampleType, { type }] of summary.sampleTypes.entries()) {
  if (sampleType === summary.firstSampleType) continue;
  await timed(`to ${type}`, () => show({ ...firstView, sampleType }));
}
for (const granularity of ['lines', 'files'] as const) {
  await timed(`to ${granularity}`, () => show({ ...firstView, granularity }));
}

const result: OpenResult = {
  openMs,
  openCpuMs: (cpu.user + cpu.system) / 1000,
  phasesMs,
  openPeakBytes,
  questionsMs,
  peakBytes: await ownPeakBytes(),
  sliceRows,
};
process.stdout.write(JSON.stringify(result));
await engine.dispose();

/** Asks for all that the page needs to draw the whole graph of a view. */
async function show(view: View): Promise<EngineResult<'slice'>> {
  const { profile, granularity, inlines } = view;
  const total = summary.totals[view.sampleType] ?? 0;
  const [slice] = await Promise.all([
    query('slice', { view, window: windowFor(wholeGraph(total), pane, total), side: null }),
    query('frames', { profile, granularity, inlines, base: null }),
  ]);
  return slice;
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
