import { quantile } from '../statistics.ts';
import { type MainThread, tasksPerFrame } from './main-thread.ts';

/** Milliseconds of the main thread per frame. */
export interface FrameWork {
  readonly frames: number;
  /** What the thread spent on a core. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** The same with what it waited for a core, which other processes had. */
  readonly wallP95: number;
}

export function frameWork(thread: MainThread): FrameWork {
  const frames = tasksPerFrame(thread);
  const sum = (of: 'work' | 'duration') =>
    frames.map((tasks) => tasks.reduce((total, task) => total + task[of], 0));
  const work = sum('work');
  return {
    frames: work.length,
    p50: quantile(work, 0.5),
    p95: quantile(work, 0.95),
    max: quantile(work, 1),
    wallP95: quantile(sum('duration'), 0.95),
  };
}
