import { createStore } from 'zustand/vanilla';
import type { View } from '../../bridge/engine-api.ts';
import type { SearchResult } from '../../bridge/tree-api.ts';
import { compilePattern, type PatternSource } from '../../core/text/pattern.ts';

/** What is searched for, and what was found in the view at hand. */
export interface SearchState {
  readonly pattern: PatternSource;
  /** A sentence on what is wrong with the pattern; null when nothing is. */
  readonly error: string | null;
  /** Null while nothing is searched for or the answer is not there. */
  readonly result: SearchResult | null;
  /** The view and the pattern that `result` belongs to. */
  readonly view: View | null;
  readonly found: PatternSource | null;
  /** Index of the box stepped to; -1 before the first step. */
  readonly step: number;
  /** Steps that were asked for before the result was there: forwards, or less than 0 for backwards. */
  readonly stepsAhead: number;
}

export type SearchStore = ReturnType<typeof createSearch>;

/** The store of the search. */
export const createSearch = () =>
  createStore<SearchState>(() => ({
    pattern: { text: '', regex: false, caseSensitive: false },
    error: null,
    result: null,
    view: null,
    found: null,
    step: -1,
    stepsAhead: 0,
  }));

/** Searches for something else; a pattern that cannot be read gets its sentence at once. */
export function changePattern(store: SearchStore, change: Partial<PatternSource>): void {
  const pattern = { ...store.getState().pattern, ...change };
  const error = patternError(pattern);
  const gone =
    error !== null || pattern.text === '' ? { result: null, view: null, found: null } : {};
  store.setState({ pattern, error, step: -1, stepsAhead: 0, ...gone });
}

/** What is wrong with a pattern; null when nothing is. */
export function patternError(pattern: PatternSource): string | null {
  const compiled = compilePattern(pattern);
  return 'error' in compiled ? compiled.error : null;
}

/** The pattern to ask the engine for; null when there is nothing to ask. */
export function askedPattern({ pattern, error }: SearchState): PatternSource | null {
  return error === null && pattern.text !== '' ? pattern : null;
}

/** The index of the next or previous of `count` boxes, around the ends; -1 if there are none. */
export function nextStep(step: number, direction: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (step < 0) return direction > 0 ? 0 : count - 1;
  return (step + direction + count) % count;
}
