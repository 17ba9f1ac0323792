import { parseArgs } from 'node:util';
import {
  BENCHMARK_LEVELS,
  compareBenchmarks,
} from '../core/evidence/benchmarks/compare-benchmarks.ts';
import { compilePattern } from '../core/text/pattern.ts';
import { expressionOf, oneOf, parsed } from './arguments.ts';
import { benchJson } from './bench-json.ts';
import { BENCH_ORDERS, type BenchInput, benchText } from './bench-text.ts';
import { readEvidenceOf } from './read-evidence.ts';
import { ofSide } from './read-input.ts';
import { UsageError } from './usage.ts';

/** `allocscope bench`: the result is what it prints. */
export async function bench(args: string[]): Promise<string> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, allowPositionals: true, options: OPTIONS }),
  );
  const takesPart = nameFilter(values.filter);
  const order = oneOf('--sort', BENCH_ORDERS, values.sort);
  const inputs = await inputsOf(positionals);
  const runsOf = (side: BenchInput['side']) =>
    inputs.filter((input) => input.side === side).map(({ runs }) => runs);
  const comparison = compareBenchmarks(
    { before: runsOf('before'), after: runsOf('after') },
    {
      ...BENCHMARK_LEVELS,
      ignoredKeys: values.ignore.flatMap((keys) => keys.split(',')),
      takesPart,
    },
  );
  return values.json ? benchJson(comparison, inputs) : benchText(comparison, inputs, order);
}

const OPTIONS = {
  ignore: { type: 'string', multiple: true, default: [] as string[] },
  filter: { type: 'string', default: '' },
  sort: { type: 'string', default: 'file' },
  json: { type: 'boolean', default: false },
} as const;

async function inputsOf(files: readonly string[]): Promise<BenchInput[]> {
  const [first, second, ...more] = files;
  if (first === undefined || more.length > 0) {
    throw new UsageError('It takes the text of go test -bench before and after, or one alone.');
  }
  if (second === undefined) return [await inputOf(first, 'after')];
  return [
    await ofSide('Before', inputOf(first, 'before')),
    await ofSide('After', inputOf(second, 'after')),
  ];
}

async function inputOf(file: string, side: BenchInput['side']): Promise<BenchInput> {
  const { evidence, findings } = await readEvidenceOf(file, {
    kind: 'benchmarks',
    what: 'benchmark result',
    advice: 'Save what “go test -bench . -benchmem -count 10” prints.',
  });
  const finding = findings.find(({ kind }) => kind === 'benchmarks');
  if (finding === undefined) throw new Error(`${file}: no benchmarks were found after all.`);
  return { side, file, runs: evidence.benchmarks.found, finding };
}

function nameFilter(text: string): (name: string) => boolean {
  const compiled = compilePattern(expressionOf('--filter', text));
  if ('error' in compiled) throw new UsageError(`--filter: ${compiled.error}`);
  return compiled.matches;
}
