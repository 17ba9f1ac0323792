import type { ComparisonSummary, SampleTypePair, SideName } from '../../bridge/comparison-api.ts';
import type { View } from '../../bridge/engine-api.ts';
import type { App } from './app.ts';
import type { Comparison } from './comparisons.ts';
import { compare } from './profiles.ts';
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
  compare(app.profiles, swapped);
}

/** Compares another profile on one side. One that is on the other side already changes places with it. */
export function replaceSide(app: App, side: SideName, profile: number): void {
  const { pair } = app.profiles.getState();
  if (pair === null || pair[side] === profile) return;
  if (pair.before === profile || pair.after === profile) swapSides(app);
  else compare(app.profiles, { ...pair, [side]: profile });
}

/** Hands on what was chosen for a comparison to the one with its sides swapped. */
function mirror({ comparisons, views }: App, pair: Pair, swapped: Pair): void {
  const [from, to] = [pairSubject(pair), pairSubject(swapped)];
  const comparison = comparisons.getState()[from];
  const view = views.getState()[from]?.view;
  // The summary comes first: a view without one would not be shown.
  if (comparison !== undefined) comparisons.setState({ [to]: mirroredComparison(comparison) });
  const mirrored = view && mirroredView(view);
  if (mirrored) views.setState({ [to]: { view: mirrored, selection: null } });
}

function mirroredView(view: View): View | null {
  const { base, focus } = view;
  if (base === null) return null;
  const { fairness } = base;
  return {
    ...view,
    profile: base.profile,
    sampleType: base.sampleType,
    focus:
      focus?.kind === 'frame' && typeof focus.nameBefore === 'string'
        ? { ...focus, name: focus.nameBefore, nameBefore: focus.name }
        : focus,
    base: {
      ...base,
      profile: view.profile,
      sampleType: view.sampleType,
      fairness:
        fairness.kind === 'per'
          ? { ...fairness, before: fairness.after, after: fairness.before }
          : fairness,
    },
  };
}

function mirroredComparison(comparison: Comparison): Comparison {
  const { summary, divisors } = comparison;
  return {
    ...comparison,
    summary: mirroredSummary(summary),
    divisors: divisors && { ...divisors, before: divisors.after, after: divisors.before },
  };
}

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
