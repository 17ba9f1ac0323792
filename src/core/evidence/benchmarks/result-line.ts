import { goDecimal, goFields, goInteger } from './go-fields.ts';

/** A line that holds a result, or the beginning of one. */
export type BenchmarkLine =
  | ResultLine
  /** The benchmark began and its program printed something, or nothing yet: the figures may follow. */
  | { readonly kind: 'begun'; readonly name: string }
  /** The testing package says that it failed, `--- FAIL: BenchmarkName`, without having begun its line. */
  | { readonly kind: 'failed'; readonly name: string }
  /** It looks like a result, but is none. */
  | { readonly kind: 'damaged' }
  /** It mentions a benchmark. */
  | { readonly kind: 'other' };

/** One run of a benchmark. */
interface ResultLine {
  readonly kind: 'result';
  /** Without “Benchmark”. */
  readonly name: string;
  readonly figures: Figures;
}

/** What stands behind the name of a result. */
export interface Figures {
  readonly iterations: number;
  /** Value and unit as they were printed; at least one pair. */
  readonly pairs: readonly (readonly [value: number, unit: string])[];
}

/** `Benchmark` but not “Benchmarking” and the like, which go test would not run. */
const anywhere = /Benchmark(?!\p{Ll})/gu;

const FAILED = '--- FAIL: ';

/** Lines are long where they are not results: so many mentions are looked at. */
const MOST_MENTIONS = 8;

/**
 * Reads a line with “Benchmark” in it: `BenchmarkName-8  N  value unit  value unit …`, after golang.org/design/14313
 * and golang.org/x/perf/benchfmt. More than benchfmt it takes what stands before the name, and tells a damaged
 * result from the name alone, which -v prints, from output of the benchmark, and from prose.
 */
export function readBenchmarkLine(line: string): BenchmarkLine {
  if (line.startsWith('Benchmark')) {
    const read = readMention(line, 0);
    return /^Benchmark\p{Ll}/u.test(line) && read.kind !== 'result' ? { kind: 'other' } : read;
  }
  let mentions = 0;
  let kind: 'damaged' | 'other' = 'other';
  for (const { index } of line.matchAll(anywhere)) {
    const read = readMention(line, index);
    if (read.kind === 'result') return read;
    if (line.slice(0, index).endsWith(FAILED)) {
      return { kind: 'failed', name: goFields(line.slice(index + 'Benchmark'.length))[0] ?? '' };
    }
    if (read.kind === 'begun' && /[\s|:\]]/.test(line[index - 1])) return read;
    if (read.kind === 'damaged' && isResultLike(line)) kind = 'damaged';
    if (++mentions === MOST_MENTIONS) break;
  }
  return { kind };
}

function readMention(line: string, start: number): BenchmarkLine {
  const text = line.slice(start + 'Benchmark'.length);
  const [first = '', ...rest] = goFields(text);
  const name = text.startsWith(first) ? first : '';
  const fields = name === '' && first !== '' ? [first, ...rest] : rest;
  const figures = readFigures(fields);
  if (figures !== null) return { kind: 'result', name, figures };
  const behindName = text.slice(name.length);
  const hasNumber = goInteger(fields[0] ?? '') !== null && goDecimal(fields[1] ?? '0') !== null;
  if (/^ *\t/.test(behindName) && !hasNumber && !isResultLike(behindName)) {
    return { kind: 'begun', name };
  }
  return { kind: fields.some((field) => /^\d/.test(field)) ? 'damaged' : 'other' };
}

/** Whether a line has the unit of nearly every result. */
function isResultLike(line: string): boolean {
  return line.includes('/op');
}

function readFigures(fields: readonly string[]): Figures | null {
  const iterations = goInteger(fields[0] ?? '');
  if (iterations === null || fields.length < 3 || fields.length % 2 === 0) return null;
  const pairs: [number, string][] = [];
  for (let at = 1; at < fields.length; at += 2) {
    const value = goDecimal(fields[at]);
    if (value === null) return null;
    pairs.push([value, fields[at + 1]]);
  }
  return { iterations, pairs };
}

const figuresAtEnd = /(?:^|\D)(\d+)(\t[^\t].*)$/;

/**
 * The figures of a benchmark whose name stood on an earlier line, since its program printed something in between:
 * `     100\t  11.2 ns/op\t  24 B/op`, perhaps behind output that did not end its line. Null if there are none.
 */
export function readFiguresLine(line: string): Figures | null {
  if (!isResultLike(line)) return null;
  const [, iterations, rest] = figuresAtEnd.exec(line) ?? [];
  return iterations === undefined ? null : readFigures([iterations, ...goFields(rest)]);
}
