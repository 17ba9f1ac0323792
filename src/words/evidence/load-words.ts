import type { LoadReport } from '../../bridge/load-api.ts';
import { formatDuration } from '../../core/units/duration.ts';
import { formatInteger } from '../../core/units/integer.ts';
import { counted } from '../counted.ts';

/** What a load generator did, and how it went: `wrk: 6,137 requests in 2.01 s, 3,053 per second, 110 errors`. */
export function loadWords({
  tool,
  answered,
  errors,
  seconds,
  requestsPerSecond,
}: LoadReport): string {
  const parts = [
    `${counted(answered, 'request', 'requests')} in ${formatDuration(seconds * 1e9)}`,
    `${formatInteger(requestsPerSecond)} per second`,
  ];
  if (errors > 0) parts.push(counted(errors, 'error', 'errors'));
  return `${tool}: ${parts.join(', ')}`;
}

/** `Latency p50 2.50 ms, p99 10.0 ms, mean 2.80 ms, most 17.2 ms`; '' where the report has none. */
export function latencyWords(report: LoadReport): string {
  const { percentiles, meanNanos, mostNanos, stepNanos } = report;
  const figures = [
    ...percentiles
      .filter(({ percent }) => percent >= 50)
      .map(({ percent, nanos }) => `p${percent} ${formatDuration(nanos)}`),
    ...(meanNanos === null ? [] : [`mean ${formatDuration(meanNanos)}`]),
    ...(mostNanos === null ? [] : [`most ${formatDuration(mostNanos)}`]),
  ];
  if (figures.length === 0) return '';
  const step = stepNanos > 1 ? `, in steps of ${formatDuration(stepNanos)}` : '';
  return `Latency ${figures.join(', ')}${step}`;
}
