import type { JoinRules } from '../core/analysis/comparison/join-frames.ts';
import { compileRenames, type RenameRule } from '../core/analysis/comparison/rename.ts';
import type { Granularity } from '../core/analysis/frames.ts';
import { focusRule, granularityOf, oneOf, type PatternFocus } from './arguments.ts';
import { UsageError } from './usage.ts';

/** How a profile is looked at. */
export interface ViewOptions {
  /** Name or number of the sample type; null for the one that the application shows first. */
  readonly sample: string | null;
  readonly granularity: Granularity;
  readonly inlines: boolean;
  readonly focus: PatternFocus | null;
}

/** How two profiles are compared. */
export interface ComparedOptions {
  readonly division: Division;
  readonly rules: JoinRules;
  readonly percentOf: PercentOf;
}

export type PercentOf = 'before' | 'after' | 'net';

/** How the sides are made comparable, before the profiles are known. */
export type Division =
  | { readonly kind: 'asMeasured' | 'sameTotal' | 'seconds' | 'collections' }
  | {
      readonly kind: 'per';
      readonly before: number;
      readonly after: number;
      readonly unit: string;
    };

/** The options of `ViewOptions`, for parseArgs. */
export const VIEW_OPTIONS = {
  sample: { type: 'string' },
  granularity: { type: 'string', default: 'functions' },
  'no-inlines': { type: 'boolean', default: false },
  focus: { type: 'string' },
} as const;

/** The options of `ComparedOptions`, for parseArgs. */
export const COMPARED_OPTIONS = {
  'per-before': { type: 'string' },
  'per-after': { type: 'string' },
  'per-unit': { type: 'string' },
  seconds: { type: 'boolean', default: false },
  collections: { type: 'boolean', default: false },
  normalize: { type: 'boolean', default: false },
  'percent-of': { type: 'string', default: 'before' },
  exact: { type: 'boolean', default: false },
  rename: { type: 'string', multiple: true, default: [] as string[] },
} as const;

interface ViewValues {
  readonly sample?: string | undefined;
  readonly granularity: string;
  readonly 'no-inlines': boolean;
  readonly focus?: string | undefined;
}

interface ComparedValues extends DivisionValues {
  readonly 'percent-of': string;
  readonly exact: boolean;
  readonly rename: readonly string[];
}

interface DivisionValues {
  readonly 'per-before'?: string | undefined;
  readonly 'per-after'?: string | undefined;
  readonly 'per-unit'?: string | undefined;
  readonly seconds: boolean;
  readonly collections: boolean;
  readonly normalize: boolean;
}

/** Reads what was given of VIEW_OPTIONS. Throws UsageError. */
export function viewOptions(values: ViewValues): ViewOptions {
  return {
    sample: values.sample ?? null,
    granularity: granularityOf(values.granularity),
    inlines: !values['no-inlines'],
    focus: focusRule(values.focus ?? null),
  };
}

/** Reads what was given of COMPARED_OPTIONS. Throws UsageError. */
export function comparedOptions(values: ComparedValues): ComparedOptions {
  return {
    division: divisionOf(values),
    rules: { tolerant: !values.exact, renames: values.rename.map(renameRule) },
    percentOf: oneOf('--percent-of', ['before', 'after', 'net'], values['percent-of']),
  };
}

function divisionOf(values: DivisionValues): Division {
  const { 'per-before': before, 'per-after': after, 'per-unit': unit } = values;
  const { seconds, collections, normalize } = values;
  const isPer = before !== undefined || after !== undefined;
  if (Number(isPer) + Number(seconds) + Number(collections) + Number(normalize) > 1) {
    throw new UsageError(
      '--per-before with --per-after, --seconds, --collections, --normalize: one at a time.',
    );
  }
  if (unit !== undefined && !isPer) {
    throw new UsageError('--per-unit: it names what --per-before and --per-after count.');
  }
  if (seconds) return { kind: 'seconds' };
  if (collections) return { kind: 'collections' };
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
