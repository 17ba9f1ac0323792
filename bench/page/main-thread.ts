/** An event of Chromium's trace format; times are microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of the time of the event, what its thread was on a core. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What the page's main thread ran, in order. Times are milliseconds. */
export interface MainThread {
  readonly tasks: readonly Task[];
  /** When each frame of the screen began. */
  readonly frameStarts: readonly number[];
}

export interface Task {
  readonly start: number;
  readonly duration: number;
  /** What the thread spent on it, waiting for a core left out. */
  readonly work: number;
}

const TASK = 'RunTask';
const FRAME = 'BeginMainThreadFrame';
const MAIN_THREAD = 'CrRendererMain';

/** Finds the page's main thread in a trace: of those that are called so, the busiest. */
export function mainThreadOf(events: readonly TraceEvent[]): MainThread {
  const named = events.filter(
    ({ ph, name, args }) => ph === 'M' && name === 'thread_name' && args?.name === MAIN_THREAD,
  );
  const threads = named.map((thread) => {
    const own = events
      .filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid)
      .toSorted((a, b) => a.ts - b.ts);
    return {
      tasks: own.filter(({ name, ph }) => name === TASK && ph === 'X').map(taskOf),
      frameStarts: own.filter(({ name }) => name === FRAME).map(({ ts }) => ts / 1000),
    };
  });
  const busiest = threads.toSorted((a, b) => workOf(b.tasks) - workOf(a.tasks))[0];
  return busiest ?? { tasks: [], frameStarts: [] };
}

function taskOf({ ts, dur = 0, tdur = dur }: TraceEvent): Task {
  return { start: ts / 1000, duration: dur / 1000, work: tdur / 1000 };
}

/**
 * What the main thread ran for each frame: from the task in which it began to before that of the next, so
 * events, messages, scripts, style, layout and painting.
 */
export function tasksPerFrame({ tasks, frameStarts }: MainThread): Task[][] {
  /** Index of the task in which each frame begins. */
  const heads = new Set<number>();
  let at = 0;
  for (const start of frameStarts) {
    while (at + 1 < tasks.length && (tasks[at + 1] as Task).start <= start) at++;
    heads.add(at);
  }
  const bounds = [...heads, tasks.length];
  return [...heads].map((from, i) => tasks.slice(from, bounds[i + 1]));
}

function workOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { work }) => sum + work, 0);
}
