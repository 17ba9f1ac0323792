import { createStore } from 'zustand/vanilla';
import type { Compared } from '../../words/compared.ts';
import type { SubjectId } from './subject.ts';

/** What each side's values are divided by. */
export interface Divisors {
  /** One of what is counted, such as "request". */
  readonly word: string;
  readonly before: number;
  readonly after: number;
}

/** What is known of two profiles that are compared, and chosen for them besides the view. */
export interface Comparison extends Compared {
  /** The divisors typed in last, kept while values are shown otherwise; null before there were any. */
  readonly divisors: Divisors | null;
}

export type ComparisonStore = ReturnType<typeof createComparisons>;

/** The comparisons that were looked at since their profiles were opened. */
export const createComparisons = () =>
  createStore<Readonly<Record<SubjectId, Comparison>>>(() => ({}));
