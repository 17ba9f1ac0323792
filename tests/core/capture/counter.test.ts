import { describe, expect, it } from 'vitest';
import { readCounter } from '../../../src/core/capture/counter.ts';

const expvar = JSON.stringify({
  cmdline: ['api', 'serve'],
  requests: 80_000,
  'http.requests': { GET: 79_000, 'POST /v1': 1000, 'a.b': 7 },
  http: { requests: 1 },
  memstats: { Mallocs: 33_586_562, PauseNs: [3, 4] },
  name: 'api',
});

const prometheus = String.raw`# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000
http_requests_total{method="get",code="200",path="C:\\DIR\\a\"b\n{c}"} 2e3
http_requests_created 1.6e9
rpc_duration_seconds_bucket{le="+Inf"} 144320 # {trace_id="KOO5S4vxi0o"} 0.67
rpc_duration_seconds_count 2693
nothing_yet NaN
endless{a="b"} +Inf
spaced { a = "b" , } 12
not a series at all
`;

const answers = (text: string, metrics: readonly string[]) =>
  `\n${metrics
    .map((metric) => {
      const counted = readCounter(text, metric);
      return `${metric}: ${'error' in counted ? counted.error : `${counted.value} of ${counted.series}`}`;
    })
    .join('\n')}\n`;

describe('a counter', () => {
  it('is found in the JSON of expvar by its path, whose names may have dots', () => {
    expect(
      answers(expvar, [
        'requests',
        ' memstats.Mallocs ',
        'memstats.PauseNs.1',
        'http.requests.GET',
        'http.requests.POST /v1',
        'http.requests.a.b',
        'http.requests',
        'name',
        'cmdline',
        'missing',
        'requests.total',
        '__proto__.constructor',
        '',
      ]),
    ).toMatchInlineSnapshot(`
      "
      requests: 80000 of 1
       memstats.Mallocs : 33586562 of 1
      memstats.PauseNs.1: 4 of 1
      http.requests.GET: 79000 of 1
      http.requests.POST /v1: 1000 of 1
      http.requests.a.b: 7 of 1
      http.requests: “http.requests” holds several values: name one of them, such as http.requests.GET, http.requests.POST /v1, http.requests.a.b.
      name: “name” is not a number among the service's variables.
      cmdline: “cmdline” holds several values: name one of them.
      missing: Among the service's variables there is no “missing”.
      requests.total: Among the service's variables there is no “requests.total”.
      __proto__.constructor: Among the service's variables there is no “__proto__.constructor”.
      : Write the name of the counter.
      "
    `);
  });

  it('is the sum of the series of Prometheus’ text that a selector takes', () => {
    expect(
      answers(prometheus, [
        'http_requests_total',
        'http_requests_total{code="200"}',
        "http_requests_total{code='200',method!='get'}",
        'http_requests_total{code=~"4..|5.."}',
        'http_requests_total{code!~"4.*"}',
        String.raw`http_requests_total{path="C:\\DIR\\a\"b\n{c}"}`,
        'http_requests_total{path=""}',
        'rpc_duration_seconds_count',
        'rpc_duration_seconds_bucket',
        'spaced{a="b"}',
        'http_requests_total{code="999"}',
        'requests',
        'nothing_yet',
        'endless',
        'http_requests_total{code=~"("}',
        'http_requests_total{code}',
        'sum(http_requests_total)',
      ]),
    ).toMatchInlineSnapshot(`
      "
      http_requests_total: 3030 of 3
      http_requests_total{code="200"}: 3027 of 2
      http_requests_total{code='200',method!='get'}: 1027 of 1
      http_requests_total{code=~"4..|5.."}: 3 of 1
      http_requests_total{code!~"4.*"}: 3027 of 2
      http_requests_total{path="C:\\\\DIR\\\\a\\"b\\n{c}"}: 2000 of 1
      http_requests_total{path=""}: 1030 of 2
      rpc_duration_seconds_count: 2693 of 1
      rpc_duration_seconds_bucket: 144320 of 1
      spaced{a="b"}: 12 of 1
      http_requests_total{code="999"}: There is a metric “http_requests_total”, but none of its series has those labels.
      requests: There is no metric “requests”, but there is http_requests_total, http_requests_created.
      nothing_yet: “nothing_yet” has no number at the moment.
      endless: “endless” has no number at the moment.
      http_requests_total{code=~"("}: This is not a regular expression: missing closing ), at “(”.
      http_requests_total{code}: “http_requests_total{code}” selects nothing: write a name, such as http_requests_total{code="200"}.
      sum(http_requests_total): “sum(http_requests_total)” selects nothing: write a name, such as http_requests_total{code="200"}.
      "
    `);
  });

  it('is in no other text', () => {
    expect(readCounter('<html>', 'a')).toEqual({
      error: 'What the address of the counter answered is neither expvar nor Prometheus text.',
    });
    expect(readCounter('{"a": 1', 'a')).toEqual({
      error: 'What the address of the counter answered is cut short, or no JSON.',
    });
  });
});
