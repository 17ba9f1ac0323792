import type { ExportProgress } from '../bridge/export-api.ts';

const INTERVAL_MS = 50;

/** Passes on a new step at once, and within a step no more often than people can see. */
export function rarely(report: (progress: ExportProgress) => void): typeof report {
  let lastStep = '';
  let lastTime = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.step === lastStep && now - lastTime < INTERVAL_MS) return;
    lastStep = progress.step;
    lastTime = now;
    report(progress);
  };
}
