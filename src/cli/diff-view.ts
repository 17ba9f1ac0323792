import type { Fairness, SampleTypePair } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import { firstSampleType } from '../core/analysis/sample-types.ts';
import { isDivided } from '../core/units/fairness.ts';
import { OpenComparison } from '../engine/open-comparison.ts';
import { OpenProfile } from '../engine/open-profile.ts';
import type { DiffOptions } from './diff-options.ts';
import { type Input, InputError } from './read-input.ts';
import { UsageError } from './usage.ts';

/** Two profiles under the options of the command. */
export interface DiffSubject {
  readonly before: Input;
  readonly after: Input;
  readonly comparison: OpenComparison;
  readonly fairness: Fairness;
  /** The word for one of what the divisors count; null where there are none. */
  readonly per: string | null;
  /** The quantity of the table. */
  readonly pair: SampleTypePair;
  /** The view of a quantity that both sides have. */
  readonly viewOf: (pair: SampleTypePair) => View;
}

/**
 * Puts two profiles under the options. Throws UsageError where the options do not fit them, and
 * InputError where they have nothing in common.
 */
export function subjectOf(before: Input, after: Input, options: DiffOptions): DiffSubject {
  const comparison = new OpenComparison(
    new OpenProfile(before.profile),
    new OpenProfile(after.profile),
  );
  const { fairness, per } = fairnessOf(before, after, options);
  const { granularity, inlines, focus, rules } = options;
  return {
    before,
    after,
    comparison,
    fairness,
    per,
    pair: chosenPair(before, after, comparison, options.sample),
    viewOf: (pair) => ({
      profile: 1,
      sampleType: pair.after,
      granularity,
      inlines,
      order: 'weight',
      focus,
      base: { profile: 0, sampleType: pair.before, rules, fairness },
    }),
  };
}

/** The word for one of what the values of a quantity are shown per; null where they are shown whole. */
export function perOf({ fairness, per }: DiffSubject, { type }: SampleTypePair): string | null {
  return isDivided(fairness, type) ? per : null;
}

/** The quantities that both sides measured. */
export function commonPairs({ sampleTypes }: OpenComparison): SampleTypePair[] {
  return sampleTypes.filter(({ before, after }) => before >= 0 && after >= 0);
}

/** `--sample: …, but no “gold”` and the like. */
export function noSuchType(
  option: string,
  text: string,
  common: readonly SampleTypePair[],
): UsageError {
  const names = common.map(({ type }) => type).join(', ');
  return new UsageError(`${option}: both profiles have ${names}, but not both have “${text}”.`);
}

function chosenPair(
  before: Input,
  after: Input,
  comparison: OpenComparison,
  sample: string | null,
): SampleTypePair {
  const common = commonPairs(comparison);
  const [first] = common;
  if (first === undefined) {
    const typesOf = ({ profile }: Input) =>
      profile.sampleTypes.map(({ type }) => type).join(', ') || 'no sample types';
    throw new InputError(
      `These two profiles measured nothing in common: before has ${typesOf(before)}, after has ${typesOf(after)}. Compare profiles of one kind.`,
    );
  }
  if (sample === null) {
    const shownFirst = firstSampleType(after.profile);
    return common.find((pair) => pair.after === shownFirst) ?? first;
  }
  // By number as in the profile after, which is the one that pprof counts in.
  const chosen =
    common.find(({ type }) => type === sample) ??
    common.find((pair) => after.profile.sampleTypes[pair.after]?.type === sample) ??
    common.find((pair) => /^\d+$/.test(sample) && pair.after === Number(sample));
  if (chosen === undefined) throw noSuchType('--sample', sample, common);
  return chosen;
}

function fairnessOf(
  before: Input,
  after: Input,
  { division }: DiffOptions,
): { fairness: Fairness; per: string | null } {
  switch (division.kind) {
    case 'per': {
      const { before: perBefore, after: perAfter, unit } = division;
      return { fairness: { kind: 'per', before: perBefore, after: perAfter }, per: unit };
    }
    case 'seconds':
      return {
        fairness: {
          kind: 'per',
          before: secondsOf('before', before),
          after: secondsOf('after', after),
        },
        per: 'second',
      };
    default:
      return { fairness: { kind: division.kind }, per: null };
  }
}

function secondsOf(side: string, { source, profile }: Input): number {
  const seconds = Number(profile.durationNanos) / 1e9;
  if (seconds > 0) return seconds;
  throw new UsageError(
    `--seconds: the profile ${side}, ${source.name}, does not say how long it took. Give the seconds with --per-before and --per-after.`,
  );
}
