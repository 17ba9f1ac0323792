const NANOS: Readonly<Record<string, number>> = {
  h: 3600e9,
  m: 60e9,
  s: 1e9,
  ms: 1e6,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ns: 1,
};

/**
 * Nanoseconds of a duration as Go prints it (`1m2.5s`, `145.082066ms`, `0s`) or wrk does (`635.91us`, `1.20m`); NaN
 * for anything else.
 */
export function durationNanos(text: string): number {
  if (text === '0') return 0;
  let nanos = 0;
  let at = 0;
  while (at < text.length) {
    PART.lastIndex = at;
    const [part, number = '', unit = ''] = PART.exec(text) ?? [];
    if (part === undefined) return Number.NaN;
    nanos += Number(number) * (NANOS[unit] ?? Number.NaN);
    at += part.length;
  }
  return at === 0 ? Number.NaN : Math.round(nanos);
}

const PART = /(\d+(?:\.\d+)?)(ms|us|µs|μs|ns|h|m|s)/y;
