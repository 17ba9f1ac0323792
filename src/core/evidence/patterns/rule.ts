import type { AllocationFacts } from './facts.ts';

/** Who speaks of a site. `sizes` is what the sizes of the objects tell, and how many there are of each. */
export type Witness = 'compiler' | 'source' | 'stack' | 'sizes';

export const WITNESSES: readonly Witness[] = ['compiler', 'source', 'stack', 'sizes'];

/** What a witness says for a pattern. */
export interface Testimony {
  /** A sentence for people. */
  readonly says: string;
  /** The compiler's or the source's own words that it rests on; '' for none. */
  readonly quote: string;
  /** Whether it fits the pattern but other things as well, so that it does not carry the name alone. */
  readonly isHint: boolean;
}

/** What a witness says of a pattern: for it, `against` it, or nothing. */
export type Sign = Testimony | 'against' | null;

/**
 * A pattern by which allocation sites are named, and what bears it out. A site is named when no witness speaks
 * against it, and the witnesses of one of the combinations speak for it.
 */
export interface Rule {
  /** Such as `string-concatenation`. */
  readonly pattern: string;
  /** As a title: `String concatenation`. */
  readonly name: string;
  /** What it is, in a sentence. */
  readonly meaning: string;
  /** What usually helps, in a sentence or two. */
  readonly advice: string;
  /** When that does not help, in a sentence. */
  readonly exception: string;
  readonly witnesses: Readonly<Partial<Record<Witness, (facts: AllocationFacts) => Sign>>>;
  /** Combinations of witnesses that show it, none of them by a hint alone. */
  readonly shown: readonly (readonly Witness[])[];
  /** Combinations by which it is likely; here hints count. */
  readonly likely: readonly (readonly Witness[])[];
  /** Patterns that say the same better: where one of them is named, this one is not. */
  readonly yields?: readonly string[];
}

/** How sure a name is: `shown` by its witnesses, or no more than `likely`. */
export type Certainty = 'shown' | 'likely';

/** A pattern that a site was named with, and what that rests on. */
export interface Finding {
  readonly rule: Rule;
  readonly certainty: Certainty;
  /** In the order of `WITNESSES`; hints among them only where they were needed, or agree with the rest. */
  readonly evidence: readonly (Testimony & { readonly witness: Witness })[];
}
