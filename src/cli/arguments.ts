import { GRANULARITIES, type Granularity } from '../core/analysis/frames.ts';
import { compilePattern, type PatternSource } from '../core/text/pattern.ts';
import { parseDivisor } from '../core/units/parse-count.ts';
import { UsageError } from './usage.ts';

/** A focus on samples by what they pass through. */
export interface PatternFocus {
  readonly kind: 'pattern';
  readonly pattern: PatternSource;
}

/** Runs parseArgs. Throws UsageError for arguments that it does not know. */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw thrown;
    // The sentences after the first tell of ways to pass what looks like an option.
    const [sentence = ''] = message.split(/\.?(?:\s|$)(?=[A-Z]|$)/);
    throw new UsageError(`${sentence}.`, { cause: thrown });
  }
}

/** The one file that a command takes. Throws UsageError when there are more or fewer. */
export function oneFile(positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('Which file? Name a profile.');
  if (more.length > 0) throw new UsageError('It takes one file at a time.');
  return file;
}

/** The two files that a comparison takes. Throws UsageError when there are more or fewer. */
export function twoFiles(positionals: readonly string[]): readonly [before: string, after: string] {
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError('It takes two files: the profile before and the one after.');
  }
  return [before, after];
}

/** The value of an option that has a few. Throws UsageError when it is none of them. */
export function oneOf<const T extends string>(
  option: string,
  choices: readonly T[],
  text: string,
): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) {
    throw new UsageError(`${option}: it is one of ${choices.join(', ')}, not “${text}”.`);
  }
  return found;
}

/** The value of `--granularity`. Throws UsageError when there is no such one. */
export function granularityOf(text: string): Granularity {
  return oneOf('--granularity', GRANULARITIES, text);
}

/** The value of `--nodes`; null for all rows. Throws UsageError when it is no number of rows. */
export function rowCountOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const count = Number(text);
  if (!/^\d+$/.test(text) || count === 0 || !Number.isSafeInteger(count)) {
    throw new UsageError(`--nodes: it is a whole number from 1 on, not “${text}”.`);
  }
  return count;
}

/** The rule for a value of `--focus`; null for all samples. Throws UsageError for a faulty expression. */
export function focusRule(focus: string | null): PatternFocus | null {
  return focus === null ? null : { kind: 'pattern', pattern: expressionOf('--focus', focus) };
}

/** A regular expression. Throws UsageError for a faulty one. */
export function expressionOf(option: string, text: string): PatternSource {
  const pattern = { text, regex: true, caseSensitive: true };
  const compiled = compilePattern(pattern);
  if ('error' in compiled) throw new UsageError(`${option}: ${compiled.error}`);
  return pattern;
}

/** The value of `--per`; 1 without it. Throws UsageError when it is not a number to divide by. */
export function divisorOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const divisor = parseDivisor(text);
  if (typeof divisor === 'object') throw new UsageError(`--per: ${divisor.error}`);
  return divisor;
}
