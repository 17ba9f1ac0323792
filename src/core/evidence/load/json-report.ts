import { type LoadReport, type Percentile, soundReport } from './load-report.ts';
import { errorsOf } from './vegeta.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A report in JSON: of vegeta (`report -type=json`, lib/metrics.go) or of the load generator of the example; null for
 * any other value. Both write nanoseconds.
 */
export function readJsonReport(value: unknown): LoadReport | null {
  if (!isObject(value)) return null;
  if (isObject(value['latencies']) && 'requests' in value && 'throughput' in value) {
    return vegetaReport(value, value['latencies']);
  }
  return 'Requests' in value && 'Elapsed' in value && 'P50' in value ? goallocReport(value) : null;
}

/** `50th` and the like. */
const VEGETA_PERCENTILE = /^(\d+(?:\.\d+)?)th$/;

function vegetaReport(report: Json, latencies: Json): LoadReport | null {
  const codes = new Map(
    Object.entries(isObject(report['status_codes']) ? report['status_codes'] : {}).map(
      ([code, count]) => [code, Number(count)],
    ),
  );
  return soundReport({
    tool: 'vegeta',
    answered: number(report, 'requests') - (codes.get('0') ?? 0),
    errors: errorsOf(codes),
    seconds: (number(report, 'duration') + number(report, 'wait')) / 1e9,
    requestsPerSecond: number(report, 'rate'),
    percentiles: percentilesIn(latencies, VEGETA_PERCENTILE, Number),
    meanNanos: optional(latencies, 'mean'),
    leastNanos: optional(latencies, 'min'),
    mostNanos: optional(latencies, 'max'),
    stepNanos: 1,
  });
}

/** `P50`, and `P999` for 99.9. */
const GOALLOC_PERCENTILE = /^P(\d{2,})$/;

function goallocReport(report: Json): LoadReport | null {
  const [answered, seconds] = [number(report, 'Requests'), number(report, 'Elapsed') / 1e9];
  return soundReport({
    tool: 'goalloc',
    answered,
    errors: number(report, 'Errors'),
    seconds,
    requestsPerSecond: seconds === 0 ? 0 : answered / seconds,
    percentiles: percentilesIn(report, GOALLOC_PERCENTILE, (digits) =>
      Number(`${digits.slice(0, 2)}.${digits.slice(2)}`),
    ),
    meanNanos: null,
    leastNanos: null,
    mostNanos: optional(report, 'Max'),
    stepNanos: 1,
  });
}

function percentilesIn(
  report: Json,
  name: RegExp,
  percentOf: (digits: string) => number,
): Percentile[] {
  return Object.keys(report)
    .flatMap((key) => {
      const digits = name.exec(key)?.[1];
      return digits === undefined
        ? []
        : [{ percent: percentOf(digits), nanos: number(report, key) }];
    })
    .sort((one, other) => one.percent - other.percent);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** NaN for what is no number. */
function number(json: Json, key: string): number {
  const value = json[key];
  return typeof value === 'number' ? value : Number.NaN;
}

function optional(json: Json, key: string): number | null {
  return key in json ? number(json, key) : null;
}
