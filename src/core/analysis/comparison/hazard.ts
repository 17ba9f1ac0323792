import type { Profile } from '../../profile/profile.ts';
import type { SampleTypePair } from './pair-sample-types.ts';

/** A reason not to trust a comparison of two profiles as it stands. */
export interface Hazard {
  readonly kind:
    | 'empty'
    | 'kind'
    | 'sampleTypes'
    | 'identical'
    | 'difference'
    | 'period'
    | 'uptime'
    | 'depth'
    | 'merged'
    | 'fewSamples'
    | 'stale'
    | 'binary';
  /** `stop`: the comparison says nothing; `warn`: it may mislead; `note`: good to know. */
  readonly severity: 'stop' | 'warn' | 'note';
  /** What is the matter and why it matters, for people. */
  readonly message: string;
  /** What to do, for people. */
  readonly advice: string;
}

/** What is compared, and how. */
export interface ComparedView {
  readonly sampleType: SampleTypePair;
  /** Whether both sides are divided by something of their own: requests, seconds, collections. */
  readonly hasDivisors: boolean;
  /** Whether the side after is scaled to the sum of the one before. */
  readonly isNormalised: boolean;
}

type SideName = 'before' | 'after';

/** One side of a comparison. */
export interface Side {
  readonly name: SideName;
  readonly profile: Profile;
  /** Column of its values; -1 where it does not have the sample type. */
  readonly column: number;
}

/** Both sides, the one before first. */
export type Sides = readonly [Side, Side];

/** `Before` and the like, for the beginning of a sentence. */
export const startOf = ({ name }: Side): string => (name === 'before' ? 'Before' : 'After');
