import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench } from '../../src/cli/bench.ts';
import { benchstatText } from '../../src/cli/bench-table.ts';
import { InputError } from '../../src/cli/read-input.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { BenchmarkExtractor } from '../../src/core/evidence/benchmarks/benchmark-extractor.ts';
import type { BenchmarkRuns } from '../../src/core/evidence/benchmarks/benchmark-runs.ts';
import {
  BENCHMARK_LEVELS,
  compareBenchmarks,
} from '../../src/core/evidence/benchmarks/compare-benchmarks.ts';
import { scratchFolder } from '../helpers/scratch-folder.ts';
import { fixtures } from '../helpers/start-backend.ts';

const root = join(fixtures, '../../..');
const cases = join(fixtures, '../benchmarks');
const story = ['before', 'after'].map((side) => join(root, 'resources/example', side, 'bench.txt'));

function runsOf(path: string): BenchmarkRuns {
  const extractor = new BenchmarkExtractor();
  for (const line of readFileSync(path, 'utf8').split('\n')) extractor.take(line);
  return extractor.finish();
}

/** The tables of two files, under names as short as those that benchstat was given. */
function tablesOf([before = '', after = '']: readonly string[]): string {
  const sides = { before: [runsOf(before)], after: [runsOf(after)] };
  const { tables } = compareBenchmarks(sides, { ...BENCHMARK_LEVELS, ignoredKeys: [] });
  return benchstatText(tables, { before: 'before.txt', after: 'after.txt' });
}

/** Two files with these texts. */
async function files(...texts: readonly string[]): Promise<string[]> {
  const folder = await scratchFolder();
  const paths = texts.map((_, at) => join(folder, `${at}.txt`));
  await Promise.all(texts.map((text, at) => writeFile(paths[at] ?? '', text)));
  return paths;
}

/** Six runs that differ a little. */
const six = (name: string, value: number, unit: string) =>
  Array.from({ length: 6 }, (_, at) => `Benchmark${name} 1 ${value + at} ${unit}\n`).join('');

describe('the tables of bench', () => {
  // benchstat.txt is what benchstat printed of before.txt and after.txt: tests/fixtures/ORIGIN.md.
  it.each(readdirSync(cases))('of %s are those of benchstat, to the letter', (name) => {
    const folder = join(cases, name);
    const inputs =
      name === 'seed-story' ? story : [join(folder, 'before.txt'), join(folder, 'after.txt')];
    expect(tablesOf(inputs)).toBe(readFileSync(join(folder, 'benchstat.txt'), 'utf8'));
  });

  it('of one file have its column alone', () => {
    const [path = ''] = story;
    const { tables } = compareBenchmarks(
      { before: [], after: [runsOf(path)] },
      { ...BENCHMARK_LEVELS, ignoredKeys: [], takesPart: (name) => name.startsWith('C') },
    );
    expect(benchstatText(tables, { before: '', after: 'bench.txt' })).toBe(`goos: linux
goarch: amd64
pkg: myservice/handlers
cpu: AMD EPYC
             │  bench.txt   │
             │    sec/op    │
CollectIDs-2   3.223µ ± 19%

             │  bench.txt   │
             │     B/op     │
CollectIDs-2   1.352Ki ± 0%

             │ bench.txt  │
             │ allocs/op  │
CollectIDs-2   52.00 ± 0%

pkg: myservice/keys
           │  bench.txt  │
           │   sec/op    │
CacheKey-2   666.9n ± 8%

           │ bench.txt  │
           │    B/op    │
CacheKey-2   480.0 ± 0%

           │ bench.txt  │
           │ allocs/op  │
CacheKey-2   21.00 ± 0%
`);
  });
});

describe('bench', () => {
  it('is what the documentation shows', async () => {
    const docs = readFileSync(join(root, 'docs/cli.md'), 'utf8');
    const [, shown = ''] = /^\$ allocscope bench [^\n]*\n(.*?)^```/ms.exec(docs) ?? [];
    // The longer names of the files would make their columns wider.
    const figures = (text: string) => text.replace(/^.*│.*$/gm, '').replaceAll(/ +/g, ' ');
    expect(figures(await bench([...story, '--filter', 'Key']))).toBe(figures(shown));
  });

  it('says below the tables what they come to and what is to be known', async () => {
    const paths = await files(
      `cpu: fast\n${six('A', 100, 'ns/op')}BenchmarkBroken 1 2\nBenchmarkDies \tpanic`,
      `cpu: slow\n${six('A', 50, 'ns/op')}`,
    );
    const below = (text: string) =>
      text
        .split('\n\n')
        .at(-1)
        ?.replaceAll(paths[0] ?? '', 'FILE');
    expect(below(await bench(paths))).toBe(`sec/op: 2 on one side only.
Some benchmarks are not compared since cpu differs between the sides. Ignore it if the figures can be compared nevertheless.
1 benchmark began without a result following: Dies.
FILE: 1 line looks like a benchmark result and could not be read: line 8.
`);
    expect(await bench([...paths, '--ignore', 'cpu'])).toContain('\nsec/op: 1 better.\n');
  });

  it('orders rows by their change, or by how sure it is', async () => {
    const paths = await files(
      six('Same', 100, 'x') + six('Less', 100, 'x') + six('Much', 100, 'x'),
      six('Same', 101, 'x') + six('Less', 90, 'x') + six('Much', 1000, 'x'),
    );
    const names = (text: string) => text.match(/^(?:Same|Less|Much)/gm);
    expect(names(await bench(paths))).toEqual(['Same', 'Less', 'Much']);
    expect(names(await bench([...paths, '--sort', 'change']))).toEqual(['Much', 'Less', 'Same']);
    expect(names(await bench([...paths, '--sort', 'p']))).toEqual(['Less', 'Much', 'Same']);
  });

  it('gives programs all of it', async () => {
    const paths = await files(
      `pkg: a\n${six('A', 100, 'ns/op')}Benchmark\u202eB 1 1 x`,
      six('A', 50, 'ns/op'),
    );
    const text = await bench([...paths, '--ignore', 'pkg,cpu', '--json']);
    expect(text).toContain('"benchmark":"\\u202eB"');
    const { tables, files: told, ...rest } = JSON.parse(text);
    expect(rest).toEqual({ level: 0.95, alpha: 0.05, notes: [] });
    expect(told[0]).toEqual({
      side: 'before',
      file: paths[0],
      results: 7,
      unreadable: 0,
      unreadableLines: [],
      unfinished: [],
      notFinite: 0,
    });
    expect(tables[0]).toMatchObject({
      config: {},
      unit: 'sec/op',
      better: 'lower',
      geomean: { ratio: expect.closeTo(0.512195, 6), warnings: [] },
      rows: [
        {
          benchmark: 'A',
          before: {
            runs: 6,
            center: 1.025e-7,
            low: expect.closeTo(1e-7, 12),
            high: 1.05e-7,
            warning: null,
          },
          comparison: { p: expect.closeTo(2 / 924, 12), significant: true, warning: null },
          outcome: 'better',
          verdict: '48.78% less time',
        },
      ],
    });
    expect(tables[1].rows[0]).toMatchObject({
      before: { low: null, warning: 'need >= 6 samples for confidence interval at level 0.95' },
      after: null,
      outcome: 'one-sided',
    });
  });

  it('shows no character that turns or hides the text around it', async () => {
    const [path = ''] = await files('pkg: a\u202eb\nBenchmark\u200dX 1 1 x\u200b/op');
    const text = await bench([path]);
    expect(text).toContain('pkg: a\\u{202E}b');
    expect(text).toContain('\\u{200D}X');
    expect(text).toContain('x\\u{200B}/op');
  });

  it.each([
    [[], UsageError, 'before and after, or one alone'],
    [['a', 'b', 'c'], UsageError, 'before and after, or one alone'],
    [[...story, '--sort', 'size'], UsageError, 'file, change, p'],
    [[...story, '--filter', '('], UsageError, '--filter'],
    [[join(fixtures, 'missing.txt')], InputError, 'does not exist'],
    [
      [join(root, 'resources/example/before/gctrace.log')],
      InputError,
      'There is no benchmark result in it, but 314 collections. Save what “go test -bench',
    ],
    [[story[0] ?? '', join(root, 'resources/example/before/heap.pb.gz')], InputError, 'After: '],
  ])('of %j fails with a sentence', async (args, kind, sentence) => {
    const failing = bench(args);
    await expect(failing).rejects.toThrow(kind);
    await expect(failing).rejects.toThrow(sentence);
  });
});
