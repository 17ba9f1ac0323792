import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  answeredRequests,
  type LoadReport,
  latencyAt,
} from '../../../../src/core/evidence/load/load-report.ts';
import { readLoadReports } from '../../../../src/core/evidence/load/read-load-reports.ts';
import { formatDuration } from '../../../../src/core/units/duration.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/load/${name}`, import.meta.url), 'utf8');
const story = (side: string) =>
  readFileSync(new URL(`../../../../resources/example/${side}/load.json`, import.meta.url), 'utf8');

/** Reports as lines, and the lines where one could not be read. */
function drawn(text: string): string {
  const { reports, unreadable } = readLoadReports(text);
  return [
    ...reports.map(drawnReport),
    ...unreadable.first.map((line) => `unreadable at ${line}`),
  ].join('\n');
}

function drawnReport(report: LoadReport): string {
  const { tool, answered, errors, seconds, requestsPerSecond, percentiles } = report;
  const latency = (nanos: number | null) => (nanos === null ? '-' : formatDuration(nanos));
  return [
    `${tool} ${answered} answered, ${errors} errors, ${seconds.toFixed(3)} s, ${requestsPerSecond.toFixed(2)}/s`,
    `  least ${latency(report.leastNanos)}, mean ${latency(report.meanNanos)}, most ${latency(report.mostNanos)}, in steps of ${report.stepNanos} ns`,
    `  ${percentiles.map(({ percent, nanos }) => `p${percent} ${latency(nanos)}`).join(', ')}`,
  ].join('\n');
}

describe('readLoadReports', () => {
  it('reads summaries of hey', () => {
    const names = ['hey.txt', 'hey-statuses.txt', 'hey-refused.txt', 'hey-few.txt'];
    expect(names.map((name) => drawn(fixture(name))).join('\n')).toMatchInlineSnapshot(`
      "hey 2000 answered, 0 errors, 1.187 s, 1684.94/s
        least 300 µs, mean 4.60 ms, most 88.9 ms, in steps of 100000 ns
        p10 1.60 ms, p25 1.90 ms, p50 3.20 ms, p75 4.50 ms, p90 8.70 ms, p95 12.7 ms, p99 31.1 ms
      hey 1000 answered, 100 errors, 0.545 s, 1836.09/s
        least 100 µs, mean 4.10 ms, most 56.6 ms, in steps of 100000 ns
        p10 1.30 ms, p25 1.50 ms, p50 2.90 ms, p75 4.90 ms, p90 8 ms, p95 9 ms, p99 13.3 ms
      hey 0 answered, 8 errors, 0.001 s, 9884.38/s
        least -, mean -, most -, in steps of 100000 ns
        
      hey 4 answered, 0 errors, 0.005 s, 843.79/s
        least 400 µs, mean 2 ms, most 3.40 ms, in steps of 100000 ns
        p10 1.40 ms, p25 2.90 ms, p50 3.40 ms"
    `);
  });

  it('works the same out of hey’s table, in which failed requests are not', () => {
    expect(drawn(fixture('hey.csv'))).toMatchInlineSnapshot(`
      "hey 48 answered, 5 errors, 0.028 s, 1726.62/s
        least 400 µs, mean 2.14 ms, most 4.20 ms, in steps of 100000 ns
        p10 1.30 ms, p25 1.40 ms, p50 1.70 ms, p75 2.80 ms, p90 3.50 ms, p95 3.90 ms, p99 4.20 ms, p99.9 4.20 ms"
    `);
  });

  it('reads wrk with --latency and without, and the corrected latencies of wrk2', () => {
    const names = ['wrk-latency.txt', 'wrk-statuses.txt', 'wrk2.txt'];
    expect(names.map((name) => drawn(fixture(name))).join('\n')).toMatchInlineSnapshot(`
      "wrk 6137 answered, 0 errors, 2.010 s, 3052.84/s
        least -, mean 2.80 ms, most 17.2 ms, in steps of 1 ns
        p50 2.50 ms, p75 3.69 ms, p90 5.11 ms, p99 10.0 ms
      wrk 1099 answered, 110 errors, 1.037 s, 1059.71/s
        least -, mean 4.99 ms, most 42.6 ms, in steps of 1 ns
        
      wrk 60018 answered, 10 errors, 30.005 s, 2000.28/s
        least -, mean 6.60 ms, most 1.02 s, in steps of 1 ns
        p50 6.67 ms, p75 7.78 ms, p90 9.14 ms, p99 11.2 ms, p99.9 912 ms, p99.99 1.01 s, p99.999 1.02 s"
    `);
  });

  it('reads vegeta in text, of old versions too, and in JSON', () => {
    const names = ['vegeta.txt', 'vegeta-7.txt', 'vegeta.json'];
    expect(names.map((name) => drawn(fixture(name))).join('\n')).toMatchInlineSnapshot(`
      "vegeta 1412 answered, 238 errors, 30.153 s, 50.03/s
        least 811 µs, mean 3.92 ms, most 1 min 2 s, in steps of 1 ns
        p50 2.21 ms, p90 7.82 ms, p95 12.4 ms, p99 41.3 ms
      vegeta 300 answered, 0 errors, 5.982 s, 50.17/s
        least -, mean 3.92 ms, most 52.2 ms, in steps of 1 ns
        p50 2.21 ms, p95 12.4 ms, p99 41.3 ms
      vegeta 1412 answered, 238 errors, 30.153 s, 50.03/s
        least 811 µs, mean 3.92 ms, most 62.2 ms, in steps of 1 ns
        p50 2.22 ms, p90 7.82 ms, p95 12.4 ms, p99 41.3 ms"
    `);
    const pretty = JSON.stringify(JSON.parse(fixture('vegeta.json')), null, 2);
    expect(drawn(pretty)).toBe(drawn(fixture('vegeta.json')));
  });

  it('reads what drove the example', () => {
    expect(drawn(story('before') + story('after'))).toMatchInlineSnapshot(`
      "goalloc 80000 answered, 0 errors, 7.343 s, 10894.69/s
        least -, mean -, most 13.3 ms, in steps of 1 ns
        p50 1.17 ms, p99 5.86 ms, p99.9 8.02 ms
      goalloc 80000 answered, 0 errors, 3.376 s, 23695.37/s
        least -, mean -, most 9.53 ms, in steps of 1 ns
        p50 520 µs, p99 4.22 ms, p99.9 6.27 ms"
    `);
  });

  it('finds several among other lines, with any ends of lines', () => {
    const text = `$ make load\r\n${fixture('wrk-latency.txt')}\n12:00 INFO up\n${fixture('hey.txt')}bye\n${fixture('vegeta.json')}`;
    const { reports } = readLoadReports(text.replaceAll('\n', '\r\n'));
    expect(reports.map(({ tool }) => tool)).toEqual(['wrk', 'hey', 'vegeta']);
    expect(reports.map(drawnReport)).toEqual(
      ['wrk-latency.txt', 'hey.txt', 'vegeta.json'].map((name) => drawn(fixture(name))),
    );
  });

  it.each([
    ['hey.txt', 'Requests/sec:'],
    ['hey.csv', '0.0019,'],
    ['wrk-latency.txt', 'Requests/sec:'],
    ['vegeta.txt', 'Duration'],
    ['vegeta.txt', 'Latencies'],
  ])('says where %s begins when it lacks its %s', (name, part) => {
    const damaged = fixture(name)
      .split('\n')
      .map((line) => (line.includes(part) ? line.replace(/\d+(\.\d+)?/g, '?') : line))
      .join('\n');
    expect(drawn(`one\n${damaged}`)).toMatch(/^unreadable at [23]$/);
  });

  it.each([
    '',
    '{}',
    '[]',
    '{"latencies":1}',
    '{"Requests":1}',
    '{"Requests":-1,"Elapsed":1,"P50":1}',
    'Summary:',
    'Latencies are fine',
    '{"a":',
  ])('finds no report in %j', (text) => {
    expect(readLoadReports(text).reports).toEqual([]);
  });
});

it('requests of a side are the divisor for its profile', () => {
  const reports = readLoadReports(story('before') + story('after')).reports;
  expect(answeredRequests(reports)).toBe(160_000);
  expect(answeredRequests([])).toBeNull();
  expect(answeredRequests(readLoadReports(fixture('hey-refused.txt')).reports)).toBeNull();
});

it('latencyAt has percentiles as they are given alone', () => {
  const [report] = readLoadReports(story('before')).reports;
  if (report === undefined) throw new Error('It was not read.');
  expect(latencyAt(report, 99.9)).toBe(8_018_821);
  expect(latencyAt(report, 95)).toBeNull();
});
