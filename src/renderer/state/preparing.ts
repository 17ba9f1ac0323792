import type { ComparisonSummary, SampleTypePair } from '../../bridge/comparison-api.ts';
import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { Settings } from '../../bridge/host.ts';
import type { App } from './app.ts';
import type { ComparisonStore } from './comparisons.ts';
import { notify, sentenceOf } from './notices.ts';
import type { ProfilesState } from './profiles.ts';
import { firstSampleType } from './settings.ts';
import { isOpen, type Pair, pairSubject, type SubjectId } from './subject.ts';
import type { ViewStore } from './views.ts';

/**
 * Has the engine prepare each comparison that is to be looked at, and gives it a view. An engine that dies
 * meanwhile is asked again when it lives again.
 */
export function keepComparing(app: App): void {
  const asked = new Map<SubjectId, number>();
  const prepare = async (pair: Pair, subject: SubjectId) => {
    const summary = await app.ask('comparison', pair);
    const { profiles } = app.profiles.getState();
    const after = profiles.find(({ id }) => id === pair.after);
    if (after === undefined || !isOpen(subject, profiles)) return;
    app.comparisons.setState({ [subject]: { summary, per: null, divisors: null } });
    giveView(app.views, pair, firstPair(summary, after, app.settings.getState()), app);
  };
  const update = ({ pair, isComparing, profiles, engineLife }: ProfilesState) => {
    forgetClosed(app.comparisons, profiles);
    for (const subject of asked.keys()) if (!isOpen(subject, profiles)) asked.delete(subject);
    if (pair === null || !isComparing || !isOpen(pairSubject(pair), profiles)) return;
    const subject = pairSubject(pair);
    if (app.comparisons.getState()[subject] !== undefined) return;
    if (asked.get(subject) === engineLife) return;
    asked.set(subject, engineLife);
    prepare(pair, subject).catch((thrown: unknown) => {
      if (app.profiles.getState().engineLife !== engineLife) return;
      if (isOpen(subject, app.profiles.getState().profiles))
        notify(app.notices, 'error', sentenceOf(thrown));
    });
  };
  app.profiles.subscribe(update);
  update(app.profiles.getState());
}

function forgetClosed(store: ComparisonStore, profiles: readonly ProfileSummary[]): void {
  const known = Object.entries(store.getState());
  const kept = known.filter(([subject]) => isOpen(subject, profiles));
  if (kept.length < known.length) store.setState(Object.fromEntries(kept), true);
}

/** The quantity to compare first: what the user chose for such profiles, if both have it. */
function firstPair(
  { sampleTypes }: ComparisonSummary,
  after: ProfileSummary,
  settings: Settings,
): SampleTypePair | null {
  const common = sampleTypes.filter((pair) => pair.before >= 0 && pair.after >= 0);
  const first = firstSampleType(after, settings);
  return common.find((pair) => pair.after === first) ?? common[0] ?? null;
}

/** Profiles that measured nothing in common have no view. */
function giveView(
  views: ViewStore,
  pair: Pair,
  sampleType: SampleTypePair | null,
  { settings }: App,
): void {
  const subject = pairSubject(pair);
  if (sampleType === null || views.getState()[subject] !== undefined) return;
  const view: View = {
    profile: pair.after,
    sampleType: sampleType.after,
    granularity: 'functions',
    inlines: true,
    order: settings.getState().order,
    focus: null,
    base: {
      profile: pair.before,
      sampleType: sampleType.before,
      rules: { tolerant: true, renames: [] },
      fairness: { kind: 'asMeasured' },
    },
  };
  views.setState({ [subject]: { view, selection: null } });
}
