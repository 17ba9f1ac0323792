import type { Base, SampleTypePair } from '../../bridge/comparison-api.ts';
import type { View } from '../../bridge/engine-api.ts';
import type { Divisors } from '../../bridge/screen-state.ts';
import { isSameFairness } from '../../words/fairness.ts';
import { changeSettings } from './actions.ts';
import type { App } from './app.ts';
import type { Comparison } from './comparisons.ts';
import { choiceKey } from './settings.ts';
import { subjectOf } from './subject.ts';
import { changeView } from './views.ts';

/*
 * What the user can do with a comparison. `view` is the one on screen, when it was done.
 */

/** Compares another quantity, now and whenever profiles with the same choice are opened. */
export function chooseQuantity(app: App, view: View, { before, after }: SampleTypePair): void {
  const { base } = currentView(app, view);
  if (base === null) return;
  changeView(app.views, view, { sampleType: after, base: { ...base, sampleType: before } });
  const summary = app.profiles.getState().profiles.find(({ id }) => id === view.profile);
  const type = summary?.sampleTypes[after]?.type;
  if (summary === undefined || type === undefined) return;
  const { sampleTypeChoices } = app.settings.getState();
  changeSettings(app, {
    sampleTypeChoices: { ...sampleTypeChoices, [choiceKey(summary)]: type },
  });
}

/** Shows each side's values divided, and remembers by what. */
export function divide(app: App, view: View, divisors: Divisors): void {
  const { word, before, after } = divisors;
  remember(app, view, { per: word, divisors });
  setFairness(app, view, { kind: 'per', before, after });
}

/** Shows values as they were measured. */
export function showAsMeasured(app: App, view: View): void {
  remember(app, view, { per: null });
  setFairness(app, view, { kind: 'asMeasured' });
}

/** Scales the values after so that both sides have the same total. */
export function scaleToSameTotal(app: App, view: View): void {
  remember(app, view, { per: null });
  setFairness(app, view, { kind: 'sameTotal' });
}

/** Joins the functions of both sides by other rules. */
export function chooseRules(app: App, view: View, rules: Base['rules']): void {
  const { base } = currentView(app, view);
  if (base !== null) changeView(app.views, view, { base: { ...base, rules } });
}

function remember(app: App, view: View, change: Partial<Comparison>): void {
  const subject = subjectOf(view);
  const known = app.comparisons.getState()[subject];
  if (known !== undefined) app.comparisons.setState({ [subject]: { ...known, ...change } });
}

function setFairness(app: App, view: View, fairness: Base['fairness']): void {
  const { base } = currentView(app, view);
  if (base === null || isSameFairness(base.fairness, fairness)) return;
  changeView(app.views, view, { base: { ...base, fairness } });
}

/** A dialog may have been opened over an older view. */
function currentView(app: App, view: View): View {
  return app.views.getState()[subjectOf(view)]?.view ?? view;
}
