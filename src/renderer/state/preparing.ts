import type { StoreApi } from 'zustand/vanilla';
import type { ComparisonSummary, SampleTypePair } from '../../bridge/comparison-api.ts';
import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { Divisors } from '../../bridge/screen-state.ts';
import type { Settings } from '../../bridge/settings.ts';
import type { App } from './app.ts';
import { countOfFile } from './captures.ts';
import { sentenceOf } from './notices.ts';
import { mirroredState, showScreenState } from './screen-state.ts';
import { firstSampleType } from './settings.ts';
import { isOpen, type Pair, pairSubject, type SubjectId } from './subject.ts';

/** Tries again to prepare a comparison that failed. */
export function prepareAgain({ failures }: App, subject: SubjectId): void {
  keepOnly(failures, (known) => known !== subject);
}

/**
 * Has the engine prepare each comparison that is to be looked at, and gives it a view. An engine that dies
 * meanwhile is asked again when it lives again.
 */
export function keepComparing(app: App): void {
  const { comparisons, failures } = app;
  const asked = new Map<SubjectId, number>();
  const prepare = async (pair: Pair, subject: SubjectId) => {
    const summary = await app.ask('comparison', pair);
    const { profiles } = app.profiles.getState();
    const after = profiles.find(({ id }) => id === pair.after);
    if (after === undefined || !isOpen(subject, profiles)) return;
    const divisors = countedDivisors(app, pair);
    comparisons.setState({ [subject]: { summary, per: divisors?.word ?? null, divisors } });
    giveView(app, pair, firstPair(summary, after, app.settings.getState()), divisors);
  };
  const update = () => {
    const { pair, isComparing, profiles, engineLife } = app.profiles.getState();
    const isKept = (subject: SubjectId) => isOpen(subject, profiles);
    keepOnly(comparisons, isKept);
    keepOnly(failures, isKept);
    for (const subject of asked.keys()) if (!isOpen(subject, profiles)) asked.delete(subject);
    if (pair === null || !isComparing || !isOpen(pairSubject(pair), profiles)) return;
    const subject = pairSubject(pair);
    if (comparisons.getState()[subject] !== undefined) return;
    if (failures.getState()[subject]?.engineLife === engineLife) return;
    if (asked.get(subject) === engineLife) return;
    asked.set(subject, engineLife);
    prepare(pair, subject).catch((thrown: unknown) => {
      const now = app.profiles.getState();
      if (now.engineLife !== engineLife || !isOpen(subject, now.profiles)) return;
      asked.delete(subject);
      failures.setState({ [subject]: { sentence: sentenceOf(thrown), engineLife } });
    });
  };
  app.profiles.subscribe(update);
  failures.subscribe(update);
  update();
}

/** Keeps what is about some subjects. */
function keepOnly<T>(
  store: StoreApi<Readonly<Record<SubjectId, T>>>,
  isKept: (subject: SubjectId) => boolean,
): void {
  const known = Object.entries(store.getState()) as [SubjectId, T][];
  const kept = known.filter(([subject]) => isKept(subject));
  if (kept.length < known.length) store.setState(Object.fromEntries(kept), true);
}

/** The requests that both sides were captured with; null where one has none. */
function countedDivisors({ profiles, captures }: App, pair: Pair): Divisors | null {
  const countOf = (wanted: number) => {
    const profile = profiles.getState().profiles.find(({ id }) => id === wanted);
    return profile === undefined ? null : countOfFile(captures, profile.sha256);
  };
  const [before, after] = [countOf(pair.before), countOf(pair.after)];
  return before === null || after === null ? null : { word: 'request', before, after };
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

/**
 * As it was looked at before, or else with its sides swapped; or as it is to be looked at first. Profiles that
 * measured nothing in common have no view.
 */
function giveView(
  app: App,
  pair: Pair,
  sampleType: SampleTypePair | null,
  divisors: Divisors | null,
): void {
  const { views, settings, kept } = app;
  const subject = pairSubject(pair);
  if (sampleType === null || views.getState()[subject] !== undefined) return;
  const sides = { profile: pair.after, base: pair.before };
  const swapped = kept.get(pairSubject({ before: pair.after, after: pair.before }))?.state;
  const known = kept.get(subject)?.state ?? (swapped && mirroredState(swapped));
  if (known !== undefined && showScreenState(app, sides, known)) return;
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
      fairness:
        divisors === null
          ? { kind: 'asMeasured' }
          : { kind: 'per', before: divisors.before, after: divisors.after },
    },
  };
  views.setState({ [subject]: { view, selection: null } });
}
