import type { Fairness, SampleTypePair } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import { isDivided } from '../core/units/fairness.ts';
import { OpenComparison } from '../engine/open-comparison.ts';
import { OpenProfile } from '../engine/open-profile.ts';
import type { DiffOptions } from './diff-options.ts';
import { chosenPair, fairnessOf, measuredBy } from './pair-choice.ts';
import type { Input } from './read-input.ts';

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
  const [one, other] = [measuredBy(before), measuredBy(after)];
  const { fairness, per } = fairnessOf(options.division, one, other);
  const { granularity, inlines, focus, rules } = options;
  return {
    before,
    after,
    comparison,
    fairness,
    per,
    pair: chosenPair(comparison.values.sampleTypes, one, other, options.sample),
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
