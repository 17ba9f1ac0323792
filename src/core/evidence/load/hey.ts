import { type LoadReport, type Percentile, soundReport } from './load-report.ts';

/** hey writes seconds with four digits behind the point. */
const STEP_NANOS = 1e5;

/** The line that a summary of hey begins with. */
export const HEY_START = /^Summary:\s*$/;

/** A summary of hey (requester/print.go of github.com/rakyll/hey), from its first line on; null where it is not one. */
export function readHey(text: string): LoadReport | null {
  const statuses = counts(text, 'Status code distribution:');
  const failures = counts(text, 'Error distribution:');
  const answered = sum(statuses);
  // Where nothing was answered hey writes NaN and 0.
  const latency = (label: string) => (answered === 0 ? null : nanos(numberAfter(text, label)));
  return soundReport({
    tool: 'hey',
    answered,
    errors: sum(failures) + sum(statuses.filter(({ label }) => !/^[23]\d\d$/.test(label))),
    seconds: numberAfter(text, 'Total:'),
    requestsPerSecond: numberAfter(text, 'Requests/sec:'),
    percentiles: percentiles(text),
    meanNanos: latency('Average:'),
    leastNanos: latency('Fastest:'),
    mostNanos: latency('Slowest:'),
    stepNanos: STEP_NANOS,
  });
}

const nanos = (seconds: number) => Math.round(seconds * 1e9);

/** The number behind a label that stands alone in its line; NaN where there is none. */
function numberAfter(text: string, label: string): number {
  const line = text.split('\n').find((candidate) => candidate.trimStart().startsWith(label));
  const number = line?.trim().slice(label.length).trim().split(/\s/)[0] ?? '';
  return /^\d+(\.\d+)?$/.test(number) ? Number(number) : Number.NaN;
}

/** Rows `  99% in 0.0042 secs`; of few requests hey has empty ones, `0% in 0.0000 secs`. */
function percentiles(text: string): Percentile[] {
  return Array.from(text.matchAll(/^ *(\d+)%%? in (\d+\.\d+) secs?/gm), ([, percent, seconds]) => ({
    percent: Number(percent),
    nanos: nanos(Number(seconds)),
  })).filter(({ percent }) => percent > 0);
}

interface Count {
  readonly label: string;
  readonly count: number;
}

/** Rows below a heading: `[200]<tab>80000 responses`, or `[12]<tab>message`, in which the number is the count. */
function counts(text: string, heading: string): Count[] {
  const lines = text.split('\n');
  const found: Count[] = [];
  const start = lines.findIndex((line) => line.trim() === heading);
  for (let at = start + 1; start >= 0 && at < lines.length; at++) {
    const [, bracketed, rest = ''] = /^\s*\[(\d+)\]\s+(.*)$/.exec(lines[at]) ?? [];
    if (bracketed === undefined) break;
    const [, responses] = /^(\d+) responses\s*$/.exec(rest) ?? [];
    found.push({ label: bracketed, count: Number(responses ?? bracketed) });
  }
  return found;
}

function sum(rows: readonly Count[]): number {
  return rows.reduce((all, { count }) => all + count, 0);
}
