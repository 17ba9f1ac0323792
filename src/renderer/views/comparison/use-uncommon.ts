import { useStore } from 'zustand';
import type { ComparisonSummary } from '../../../bridge/comparison-api.ts';
import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import { commonQuantities } from '../../../words/fairness.ts';
import { shownSubject } from '../../state/profiles.ts';
import { useApp } from '../../state/use-app.ts';

/** Two profiles that measured nothing in common, so that there is no view of them. */
export interface Uncommon {
  readonly before: ProfileSummary;
  readonly after: ProfileSummary;
  readonly summary: ComparisonSummary;
}

/** Those on screen; null where there is something to compare, or that is not known yet. */
export function useUncommon(): Uncommon | null {
  const app = useApp();
  const state = useStore(app.profiles);
  const comparisons = useStore(app.comparisons);
  const subject = state.isComparing ? shownSubject(state) : null;
  const comparison = subject === null ? undefined : comparisons[subject];
  if (comparison === undefined || commonQuantities(comparison).length > 0) return null;
  const before = state.profiles.find(({ id }) => id === state.pair?.before);
  const after = state.profiles.find(({ id }) => id === state.pair?.after);
  if (before === undefined || after === undefined) return null;
  return { before, after, summary: comparison.summary };
}
