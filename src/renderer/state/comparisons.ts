import { createStore } from 'zustand/vanilla';
import type { Divisors } from '../../bridge/screen-state.ts';
import type { Compared } from '../../words/compared.ts';
import type { SubjectId } from './subject.ts';

/** What is known of two profiles that are compared, and chosen for them besides the view. */
export interface Comparison extends Compared {
  /** The divisors typed in last, kept while values are shown otherwise; null before there were any. */
  readonly divisors: Divisors | null;
}

export type ComparisonStore = ReturnType<typeof createComparisons>;

/** The comparisons that were looked at since their profiles were opened. */
export const createComparisons = () =>
  createStore<Readonly<Record<SubjectId, Comparison>>>(() => ({}));

/** Why a comparison could not be prepared. */
interface Failure {
  /** For people: what happened. */
  readonly sentence: string;
  /** The life of the engine in which it happened: in another one it is tried again. */
  readonly engineLife: number;
}

export type FailureStore = ReturnType<typeof createFailures>;

/** The comparisons that could not be prepared. */
export const createFailures = () => createStore<Readonly<Record<SubjectId, Failure>>>(() => ({}));
