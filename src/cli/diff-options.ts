import { parseArgs } from 'node:util';
import type { JoinRules } from '../core/analysis/comparison/join-frames.ts';
import { compileRenames, type RenameRule } from '../core/analysis/comparison/rename.ts';
import type { Granularity } from '../core/analysis/frames.ts';
import {
  focusRule,
  granularityOf,
  type PatternFocus,
  parsed,
  rowCountOf,
  twoFiles,
} from './arguments.ts';
import { type Gate, parseGate } from './gate.ts';
import { UsageError } from './usage.ts';

/** What `allocscope diff` is asked for. */
export interface DiffOptions {
  readonly files: readonly [before: string, after: string];
  /** Name or number of the sample type; null for the one that the application shows first. */
  readonly sample: string | null;
  readonly granularity: Granularity;
  readonly inlines: boolean;
  readonly order: 'flat' | 'cum';
  /** How many rows at most; null for all. */
  readonly nodes: number | null;
  readonly focus: PatternFocus | null;
  readonly division: Division;
  readonly rules: JoinRules;
  readonly percentOf: PercentOf;
  readonly gates: readonly Gate[];
  /** Whether conditions count changes alone that are beyond sampling noise. */
  readonly isSignificantOnly: boolean;
  readonly isJson: boolean;
}

export type PercentOf = 'before' | 'after' | 'net';

/** How the sides are made comparable, before the profiles are known. */
type Division =
  | { readonly kind: 'asMeasured' | 'sameTotal' | 'seconds' }
  | {
      readonly kind: 'per';
      readonly before: number;
      readonly after: number;
      readonly unit: string;
    };

/** Reads the arguments. Throws UsageError. */
export function parseDiffOptions(args: string[]): DiffOptions {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, allowPositionals: true, options: OPTIONS }),
  );
  if (values.significant && values['fail-if'].length === 0) {
    throw new UsageError('--significant: it is about conditions of --fail-if, and there is none.');
  }
  return {
    files: twoFiles(positionals),
    sample: values.sample ?? null,
    granularity: granularityOf(values.granularity),
    inlines: !values['no-inlines'],
    order: values.cum ? 'cum' : 'flat',
    nodes: rowCountOf(values.nodes),
    focus: focusRule(values.focus ?? null),
    division: divisionOf(values),
    rules: { tolerant: !values.exact, renames: values.rename.map(renameRule) },
    percentOf: percentOf(values['percent-of']),
    gates: values['fail-if'].map(parseGate),
    isSignificantOnly: values.significant,
    isJson: values.json,
  };
}

const OPTIONS = {
  sample: { type: 'string' },
  granularity: { type: 'string', default: 'functions' },
  'no-inlines': { type: 'boolean', default: false },
  cum: { type: 'boolean', default: false },
  nodes: { type: 'string' },
  focus: { type: 'string' },
  'per-before': { type: 'string' },
  'per-after': { type: 'string' },
  'per-unit': { type: 'string' },
  seconds: { type: 'boolean', default: false },
  normalize: { type: 'boolean', default: false },
  'percent-of': { type: 'string', default: 'before' },
  exact: { type: 'boolean', default: false },
  rename: { type: 'string', multiple: true, default: [] as string[] },
  'fail-if': { type: 'string', multiple: true, default: [] as string[] },
  significant: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

interface DivisionValues {
  readonly 'per-before'?: string | undefined;
  readonly 'per-after'?: string | undefined;
  readonly 'per-unit'?: string | undefined;
  readonly seconds: boolean;
  readonly normalize: boolean;
}

function divisionOf(values: DivisionValues): Division {
  const { 'per-before': before, 'per-after': after, 'per-unit': unit, seconds, normalize } = values;
  const isPer = before !== undefined || after !== undefined;
  if (Number(isPer) + Number(seconds) + Number(normalize) > 1) {
    throw new UsageError('--per-before with --per-after, --seconds, --normalize: one at a time.');
  }
  if (unit !== undefined && !isPer) {
    throw new UsageError('--per-unit: it names what --per-before and --per-after count.');
  }
  if (seconds) return { kind: 'seconds' };
  if (normalize) return { kind: 'sameTotal' };
  if (!isPer) return { kind: 'asMeasured' };
  if (before === undefined || after === undefined) {
    throw new UsageError('--per-before and --per-after: each side needs its own number.');
  }
  return {
    kind: 'per',
    before: divisor('--per-before', before),
    after: divisor('--per-after', after),
    unit: unit ?? 'unit',
  };
}

function divisor(option: string, text: string): number {
  const number = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  // The inverse of the smallest doubles is not finite.
  if (!(number > 0 && Number.isFinite(number) && Number.isFinite(1 / number))) {
    throw new UsageError(`${option}: it is a number over 0, not “${text}”.`);
  }
  return number;
}

function renameRule(text: string): RenameRule {
  const split = text.indexOf('=');
  if (split < 1) throw new UsageError(`--rename: it is REGEX=REPLACEMENT, not “${text}”.`);
  const rule = { pattern: text.slice(0, split), replacement: text.slice(split + 1) };
  try {
    compileRenames([rule]);
  } catch (thrown) {
    throw new UsageError(`--rename: ${(thrown as Error).message}`, { cause: thrown });
  }
  return rule;
}

function percentOf(text: string): PercentOf {
  const found = (['before', 'after', 'net'] as const).find((of) => of === text);
  if (found === undefined) {
    throw new UsageError(`--percent-of: it is one of before, after, net, not “${text}”.`);
  }
  return found;
}
