import { durationNanos } from './durations.ts';
import { type LoadReport, soundReport } from './load-report.ts';

/** The line that a text report of vegeta begins with. */
export const VEGETA_START = /^Requests\s+\[total, rate/;

/**
 * A text report of vegeta (lib/reporters.go of github.com/tsenart/vegeta), from its first line on; null where it is
 * not whole. What its values are stands in brackets before them, and differs between versions.
 */
export function readVegeta(text: string): LoadReport | null {
  const requests = row(text, 'Requests');
  const duration = row(text, 'Duration');
  const latencies = row(text, 'Latencies');
  const total = Number(requests.get('total') ?? Number.NaN);
  const seconds = durationNanos(duration.get('total') ?? '') / 1e9;
  const codes = statusCodes(text);
  const latency = (name: string) => {
    const written = latencies.get(name);
    return written === undefined ? null : durationNanos(written);
  };
  return soundReport({
    tool: 'vegeta',
    // 0 stands for no answer.
    answered: total - (codes.get('0') ?? 0),
    errors: errorsOf(codes),
    seconds,
    requestsPerSecond: Number(requests.get('rate') ?? Number.NaN),
    percentiles: Array.from(latencies, ([name, written]) => ({
      percent: /^\d+(\.\d+)?$/.test(name) ? Number(name) : Number.NaN,
      nanos: durationNanos(written),
    })).filter(({ percent }) => !Number.isNaN(percent)),
    meanNanos: latency('mean'),
    leastNanos: latency('min'),
    mostNanos: latency('max'),
    stepNanos: 1,
  });
}

/** How many requests were not answered with success, as vegeta has it: by a status of 2xx or 3xx. */
export function errorsOf(codes: ReadonlyMap<string, number>): number {
  let errors = 0;
  for (const [code, count] of codes) if (!/^[23]\d\d$/.test(code)) errors += count;
  return errors;
}

/** `Latencies  [min, mean, 50]  90ms, 113ms, 108ms` by the names in brackets; empty where there is none. */
function row(text: string, name: string): Map<string, string> {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `)) ?? '';
  const [, names = '', values = ''] = /^[A-Z]\w+\s+\[([^\]]*)\]\s+(.*)$/.exec(line) ?? [];
  const written = values.split(',').map((value) => value.trim());
  return new Map(names.split(',').map((key, at) => [key.trim(), written[at] ?? '']));
}

/** `Status Codes  [code:count]  0:535  200:665`. */
function statusCodes(text: string): Map<string, number> {
  const line = text.split('\n').find((candidate) => candidate.startsWith('Status Codes')) ?? '';
  const codes = line.slice(line.indexOf(']') + 1).matchAll(/(\d+):(\d+)/g);
  return new Map(Array.from(codes, ([, code = '', count]) => [code, Number(count)]));
}
