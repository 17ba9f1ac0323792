import { describe, expect, it } from 'vitest';
import { mainThreadOf, type TraceEvent, tasksPerFrame } from '../../bench/page/main-thread.ts';

const MAIN = 1;
const OTHER = 2;

const event = (name: string, ph: string, tid: number, ts: number, more = {}): TraceEvent => ({
  name,
  ph,
  pid: 1,
  tid,
  ts,
  ...more,
});
const task = (ts: number, dur: number, tdur: number, tid = MAIN) =>
  event('RunTask', 'X', tid, ts, { dur, tdur });
const frame = (ts: number) => event('BeginMainThreadFrame', 'I', MAIN, ts);
const named = (tid: number) =>
  event('thread_name', 'M', tid, 0, { args: { name: 'CrRendererMain' } });

describe('the main thread in a trace', () => {
  it('is the busiest of those that have its name, with its tasks in order', () => {
    const { tasks } = mainThreadOf([
      named(OTHER),
      named(MAIN),
      task(9000, 2000, 1000),
      task(1000, 4000, 3000),
      task(2000, 500, 500, OTHER),
    ]);
    expect(tasks).toEqual([
      { start: 1, duration: 4, work: 3 },
      { start: 9, duration: 2, work: 1 },
    ]);
  });

  it('gives each frame the tasks from its own to the next one’s', () => {
    const thread = mainThreadOf([
      named(MAIN),
      task(0, 900, 900), // before the first frame
      task(1000, 500, 400),
      frame(1100),
      task(2000, 100, 100),
      task(17000, 700, 700),
      frame(17100),
      frame(17200), // two in one task are one
    ]);
    const work = tasksPerFrame(thread).map((tasks) => tasks.map((one) => one.work));
    expect(work).toEqual([[0.4, 0.1], [0.7]]);
  });

  it('is empty where the trace has none', () => {
    expect(mainThreadOf([])).toEqual({ tasks: [], frameStarts: [] });
  });
});
