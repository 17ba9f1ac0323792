import { Ordered } from '../gctrace/quantiles.ts';
import { type LoadReport, soundReport } from './load-report.ts';

/** The line that a table of hey (`-o csv`) begins with. */
export const HEY_CSV_START =
  /^response-time,DNS\+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\s*$/;

const PERCENTS = [10, 25, 50, 75, 90, 95, 99, 99.9];

/**
 * A table of hey with a row for each request that was answered, in seconds; null where a row is none. Requests that
 * failed are not in it. Percentiles are by the nearest rank.
 */
export function readHeyCsv(text: string): LoadReport | null {
  const latencies: number[] = [];
  let errors = 0;
  let seconds = 0;
  for (const line of text.split('\n').slice(1)) {
    if (line.trim() === '') continue;
    const cells = line.trim().split(',').map(Number);
    const [latency = Number.NaN, status = 0, offset = 0] = [cells[0], cells[6], cells[7]];
    if (cells.length !== 8 || Number.isNaN(latency + status + offset)) return null;
    latencies.push(latency * 1e9);
    seconds = Math.max(seconds, offset + latency);
    if (status < 200 || status >= 400) errors++;
  }
  if (latencies.length === 0 || seconds === 0) return null;
  const ordered = new Ordered(latencies);
  return soundReport({
    tool: 'hey',
    answered: latencies.length,
    errors,
    seconds,
    requestsPerSecond: latencies.length / seconds,
    percentiles: PERCENTS.map((percent) => ({
      percent,
      nanos: Math.round(ordered.quantile(percent / 100)),
    })),
    meanNanos: Math.round(latencies.reduce((all, one) => all + one, 0) / latencies.length),
    leastNanos: Math.round(ordered.quantile(0)),
    mostNanos: Math.round(ordered.most),
    stepNanos: 1e5,
  });
}
