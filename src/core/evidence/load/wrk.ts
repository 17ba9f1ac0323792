import { durationNanos } from './durations.ts';
import { type LoadReport, type Percentile, soundReport } from './load-report.ts';

/** The line that a report of wrk or wrk2 begins with. */
export const WRK_START = /^Running \S+ test @ \S+\s*$/;

/**
 * A report of wrk or wrk2 (src/wrk.c of github.com/wg/wrk and github.com/giltene/wrk2), from its first line on; null
 * where it is not whole. Percentiles are there with `--latency`. Requests of which the socket failed are not among
 * those that it counts.
 */
export function readWrk(text: string): LoadReport | null {
  const [, requests = ''] = /^ *(\d+) requests in \S+, /m.exec(text) ?? [];
  const [, rate = ''] = /^Requests\/sec: +(\d+(?:\.\d+)?)/m.exec(text) ?? [];
  const [, mean = '', most = ''] = /^ *Latency +(\S+) +\S+ +(\S+) +\S+/m.exec(text) ?? [];
  if (requests === '' || rate === '') return null;
  const [answered, requestsPerSecond] = [Number(requests), Number(rate)];
  return soundReport({
    tool: 'wrk',
    answered,
    errors: errorsOf(text),
    // The duration is written with two decimals, of minutes from 51 s on; the rate has more digits.
    seconds: requestsPerSecond === 0 ? 0 : answered / requestsPerSecond,
    requestsPerSecond,
    percentiles: percentilesOf(text),
    meanNanos: mean === '' ? null : durationNanos(mean),
    leastNanos: null,
    mostNanos: most === '' ? null : durationNanos(most),
    stepNanos: 1,
  });
}

function errorsOf(text: string): number {
  const [, ...sockets] =
    /^ *Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/m.exec(text) ?? [];
  const [, statuses = '0'] = /^ *Non-2xx or 3xx responses: (\d+)/m.exec(text) ?? [];
  return [...sockets, statuses].reduce((sum, count) => sum + Number(count), 0);
}

/**
 * Rows `     99.9%   12.30ms` of the first distribution: wrk2 may write a second one, of latencies that were not
 * corrected, and below it the spectrum.
 */
function percentilesOf(text: string): Percentile[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trimStart().startsWith('Latency Distribution'));
  const found: Percentile[] = [];
  for (let at = start + 1; start >= 0 && at < lines.length; at++) {
    const [, percent, latency = ''] = /^\s*(\d+(?:\.\d+)?)%\s+(\S+)\s*$/.exec(lines[at]) ?? [];
    if (percent === undefined) break;
    found.push({ percent: Number(percent), nanos: durationNanos(latency) });
  }
  // 100% of wrk2 is the most, which stands above.
  return found.filter(({ percent }) => percent < 100);
}
