import { expect, it } from 'vitest';
import { BenchmarkExtractor } from '../../../../src/core/evidence/benchmarks/benchmark-extractor.ts';
import {
  BENCHMARK_LEVELS,
  compareBenchmarks,
} from '../../../../src/core/evidence/benchmarks/compare-benchmarks.ts';
import { benchmarkResults } from '../../../../src/words/report/evidence/benchmark-report.ts';

/** Six runs of benchmarks of packages, as `a Key 12, b Key 3`. */
function runs(text: string) {
  const extractor = new BenchmarkExtractor();
  for (const part of text.split(', ')) {
    const [pkg, name, allocs] = part.split(' ');
    extractor.take(`pkg: ${pkg}`);
    for (let run = 0; run < 6; run++) extractor.take(`Benchmark${name} 1 ${allocs} allocs/op`);
  }
  return [extractor.finish()];
}

function drawn(before: string | null, after: string): string {
  const sides = { before: before === null ? [] : runs(before), after: runs(after) };
  const comparison = compareBenchmarks(sides, { ...BENCHMARK_LEVELS, ignoredKeys: [] });
  return benchmarkResults(comparison, 'bench.txt', before !== null)
    .map(({ label, before: was, after: is, grounds }) => `${label}: ${was} → ${is} ${grounds}`)
    .join('\n');
}

it('names what changed most first, whichever way it went', () => {
  expect(
    drawn('p Up 2, p Down 9, p Same 5, p Gone 1', 'p Up 8, p Down 3, p Same 5'),
  ).toMatchInlineSnapshot(`
    "Up, allocs/op, median: 2 → 8 p=0.002 n=6
    Down, allocs/op, median: 9 → 3 p=0.002 n=6
    Same, allocs/op, median: 5 → 5 the same in every run; p=1.000 n=6"
  `);
});

it('tells benchmarks of one name apart by their packages', () => {
  expect(drawn('a Key 9, b Key 2, b Own 1', 'a Key 3, b Key 1, b Own 1')).toMatchInlineSnapshot(`
    "Key, a, allocs/op, median: 9 → 3 p=0.002 n=6
    Key, b, allocs/op, median: 2 → 1 p=0.002 n=6
    Own, allocs/op, median: 1 → 1 the same in every run; p=1.000 n=6"
  `);
});

it('of one run has its medians', () => {
  expect(drawn(null, 'a Key 3, a \u202eKey 4')).toMatchInlineSnapshot(`
    "Key, allocs/op, median: NaN → 3 
    \\u{202E}Key, allocs/op, median: NaN → 4 "
  `);
});
