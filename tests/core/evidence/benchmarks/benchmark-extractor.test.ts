import { expect, it } from 'vitest';
import { BenchmarkExtractor } from '../../../../src/core/evidence/benchmarks/benchmark-extractor.ts';

/** What was read of a text: a line for each result, then what else was found. */
function drawn(text: string): string {
  const extractor = new BenchmarkExtractor();
  const unreadable: number[] = [];
  text.split('\n').forEach((line, at) => {
    if (extractor.take(line) === 'unreadable') unreadable.push(at + 1);
  });
  const runs = extractor.finish();
  const results = Array.from(runs.resultName, (name, result) => {
    const config = runs.configs[runs.resultConfig[result] ?? -1];
    const settings = [...(config ?? [])].map(([key, value]) => `${key}=${value}`).join(' ');
    const measures = Array.from(runs.measureResult, (of, measure) =>
      of === result
        ? ` ${runs.measureValue[measure]} ${runs.units[runs.measureUnit[measure] ?? -1]}`
        : '',
    ).join('');
    return `${settings}${settings && ' | '}${runs.names[name]} × ${runs.resultIterations[result]}:${measures}`;
  });
  return [
    ...results,
    ...runs.unitTraits.map(({ unit, key, value }) => `${unit} ${key}=${value}`),
    ...(runs.unfinished.length > 0 ? [`unfinished: ${runs.unfinished.join(', ')}`] : []),
    ...(runs.notFinite > 0 ? [`not finite: ${runs.notFinite}`] : []),
    ...(unreadable.length > 0 ? [`unreadable: ${unreadable.join(', ')}`] : []),
  ].join('\n');
}

it('reads what go test -bench prints, of several packages', () => {
  expect(
    drawn(`?   	myservice/cmd/api	[no test files]
goos: linux
goarch: amd64
pkg: myservice/codec
cpu: AMD EPYC 7B13 @ 2.45GHz
BenchmarkWriteJSON-2   	  143082	      2425 ns/op	      24 B/op	       1 allocs/op
BenchmarkCopy/size=1k-2         	       1	1000123456 ns/op	 512.25 MB/s
PASS
ok  	myservice/codec	4.112s
goos: linux
goarch: amd64
pkg: myservice/keys
BenchmarkZero-2   	1000000000	         0.0000001 ns/op
FAIL	myservice/keys [build failed]`),
  ).toBe(`goos=linux goarch=amd64 pkg=myservice/codec cpu=AMD EPYC 7B13 @ 2.45GHz | WriteJSON-2 × 143082: 0.000002425 sec/op 24 B/op 1 allocs/op
goos=linux goarch=amd64 pkg=myservice/codec cpu=AMD EPYC 7B13 @ 2.45GHz | Copy/size=1k-2 × 1: 1.000123456 sec/op 512250000 B/s
goos=linux goarch=amd64 pkg=myservice/keys cpu=AMD EPYC 7B13 @ 2.45GHz | Zero-2 × 1000000000: 1e-16 sec/op`);
});

it('reads settings as benchfmt does: they hold until they change, and an empty one unsets', () => {
  expect(
    drawn(`key1:    	 value with spaces
: not a key
ab:not a key
a b: not a key
Key: not a key
keY: not a key
naïve/key-2: yes
BenchmarkOne 100 1 widgets
key1: other
naïve/key-2:
BenchmarkOne 100 1 widgets`),
  ).toBe(`key1=value with spaces naïve/key-2=yes | One × 100: 1 widgets
key1=other | One × 100: 1 widgets`);
});

it('reads custom units, decimals, exponents, any white space, and names of one letter or none', () => {
  expect(
    drawn(`Benchmark 1 1 ns/op
Benchmarklower 1 2 x
BenchmarkÜ/a=b/c#01-16 +7 1.5e3 µs/op .5 rows/s 5. p99-ns -2E-2 drift
Benchmark1 1 9999999999999999999999999999999 x
BenchmarkEmSpace 1  3 x
BenchmarkRatio 1 NaN hits/op +Inf misses/op 4 x`),
  ).toBe(` × 1: 1e-9 sec/op
lower × 1: 2 x
Ü/a=b/c#01-16 × 7: 1500 µs/op 0.5 rows/s 5e-9 p99-sec -0.02 drift
1 × 1: 1e+31 x
EmSpace × 1: 3 x
Ratio × 1: 4 x
not finite: 2`);
});

it('says of what looks like a result and is none that it cannot be read', () => {
  expect(
    drawn(`BenchmarkNoPairs 100
BenchmarkNoUnit 100 1
BenchmarkHalfPair 100 1 ns/op 2
BenchmarkBadValue 100 abc ns/op
BenchmarkBadIterations many 1 ns/op
BenchmarkHugeIterations 9999999999999999999 1 ns/op
BenchmarkFloatIterations 1.5 1 ns/op
BenchmarkTooLarge 1 1e400 ns/op
BenchmarkCut-8   	  1000	    12
2024/05/01 BenchmarkBehindPrefix-8 100 abc ns/op`),
  ).toBe('unreadable: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10');
});

it('passes over what is no result: output of -v, other marks, prose', () => {
  expect(
    drawn(`=== RUN   BenchmarkOne
BenchmarkOne
--- BENCH: BenchmarkOne-8
    bench_test.go:12: log of BenchmarkOne 7 times
Benchmarking took 5 s for 3 things
Benchmarks are run with -bench .
Unit tests passed
Units 5
ok  	example.org/BenchmarkX	1.2s`),
  ).toBe('');
});

it('reads results behind what a log shipper or the program itself put in front', () => {
  expect(
    drawn(`bench-1  | pkg: not a key here
bench-1  | BenchmarkOne-8   	 100	 5 ns/op
2024-05-01T10:00:00Z INFO x=Benchmark BenchmarkTwo 100 6 ns/op
output without a line endBenchmarkThree-8 	 100	 7 ns/op
no Benchmark 1 here BenchmarkFour 1 8 ns/op 2 odd`),
  ).toBe(`One-8 × 100: 5e-9 sec/op
Two × 100: 6.000000000000001e-9 sec/op
Three-8 × 100: 7.000000000000001e-9 sec/op
Four × 1: 8e-9 sec/op 2 odd`);
});

it('finds the figures of a benchmark that printed something, and tells of those that have none', () => {
  expect(
    drawn(`BenchmarkLoud-8   	2024/05/01 10:00:00 server started on 127.0.0.1:8080
2024/05/01 10:00:01 handled 3 requests
     100	  11862 ns/op	  24 B/op
BenchmarkGlued-8   	hello
world     250	     96.5 ns/op
BenchmarkCounts-8 	42 items
      10	 5 ns/op
      10	 6 ns/op
BenchmarkDies-8   	panic: runtime error
BenchmarkCut-8   	`),
  ).toBe(`Loud-8 × 100: 0.000011862000000000001 sec/op 24 B/op
Glued-8 × 250: 9.650000000000001e-8 sec/op
Counts-8 × 10: 5e-9 sec/op
unfinished: Dies-8, Cut-8`);
});

it('tells of benchmarks that failed, but not again of those that they stand in', () => {
  expect(
    drawn(`BenchmarkSub/ok-2         	     100	     28460 ns/op
--- FAIL: BenchmarkSub/bad
    sub_test.go:5: bad
BenchmarkSub/late-2       	--- FAIL: BenchmarkSub/late-2
    sub_test.go:6: late
--- FAIL: BenchmarkSub
2024-05-01T10:00:00.1234567Z --- FAIL: BenchmarkAlone
--- FAIL: BenchmarkAlone
    a_test.go:7: after --- FAIL: TestOther
FAIL`),
  ).toBe(`Sub/ok-2 × 100: 0.000028460000000000002 sec/op
unfinished: Sub/bad, Sub/late-2, Alone`);
});

it('reads Unit lines, of which the first word on a unit holds', () => {
  expect(
    drawn(`Unit ns/op better=lower assume=exact
Unit widgets better=higher
Unit ns/op better=lower
Unit ns/op better=higher
Unit ns/op c=3 error d=4
Unitx a=b`),
  ).toBe(`sec/op better=lower
sec/op assume=exact
widgets better=higher
sec/op c=3
sec/op d=4
unreadable: 4, 5`);
});

it('is not led astray by a log that is full of colons', () => {
  const log = Array.from({ length: 1000 }, (_, at) => `request-${at}: done`).join('\n');
  expect(drawn(`goos: linux\n${log}\nBenchmarkOne 1 1 x`)).toMatch(
    /^goos=linux( request-\d+=done){0,64} \| One × 1: 1 x$/,
  );
});
