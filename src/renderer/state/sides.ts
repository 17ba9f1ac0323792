import type { ComparisonSummary, SampleTypePair, SideName } from '../../bridge/comparison-api.ts';
import type { App } from './app.ts';
import { notify } from './notices.ts';
import { compare } from './profiles.ts';
import { mirroredState, screenStateOf, showScreenState } from './screen-state.ts';
import { type Pair, pairSubject } from './subject.ts';

/*
 * Which profile stands on which side of the comparison.
 */

/** Makes of the side before the side after, and the other way round. All else is looked at as it was. */
export function swapSides(app: App): void {
  const { pair } = app.profiles.getState();
  if (pair === null) return;
  const swapped = { before: pair.after, after: pair.before };
  mirror(app, pair, swapped);
}

/** Compares another profile on one side. One that is on the other side already changes places with it. */
export function replaceSide(app: App, side: SideName, profile: number): void {
  const { pair } = app.profiles.getState();
  if (pair === null || pair[side] === profile) return;
  if (pair.before === profile || pair.after === profile) swapSides(app);
  else compare(app.profiles, { ...pair, [side]: profile });
}

/** Looks at the comparison with its sides swapped as it is looked at now. */
function mirror(app: App, pair: Pair, swapped: Pair): void {
  const { comparisons, views, notices } = app;
  const [from, to] = [pairSubject(pair), pairSubject(swapped)];
  const comparison = comparisons.getState()[from];
  const state = screenStateOf(app, from);
  // The summary comes first: a view without one would not be shown.
  const summary = comparison && mirroredSummary(comparison.summary);
  if (summary) comparisons.setState({ [to]: { summary, per: null, divisors: null } });
  const renames = views.getState()[to]?.view.base?.rules.renames ?? [];
  compare(app.profiles, swapped);
  if (state === null) return;
  showScreenState(
    app,
    { profile: swapped.after, base: swapped.before },
    mirroredState(state, renames),
  );
  if (state.comparison?.rules.renames.length && renames.length === 0)
    notify(notices, 'info', RENAMES_LEFT);
}

const RENAMES_LEFT =
  'Rules that rename are about names of the side before, so they do not hold with the sides swapped. They are there again when you swap back.';

function mirroredSummary(summary: ComparisonSummary): ComparisonSummary {
  const { sampleTypes, before, after, suggestion } = summary;
  return {
    sampleTypes: sampleTypes.map(mirroredType),
    before: after,
    after: before,
    suggestion: { ...suggestion, isSwapped: !suggestion.isSwapped },
  };
}

const mirroredType = (pair: SampleTypePair): SampleTypePair => ({
  ...pair,
  before: pair.after,
  after: pair.before,
  beforeFactor: pair.afterFactor,
  afterFactor: pair.beforeFactor,
});
