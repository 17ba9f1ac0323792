import { createStore } from 'zustand/vanilla';
import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { Settings } from '../../bridge/settings.ts';
import type { BoxPlace } from '../../bridge/tree-api.ts';
import { firstSampleType } from './settings.ts';
import { isOpen, type SubjectId, subjectOf } from './subject.ts';

/** What is selected: always a function, and one of its boxes where that is known. */
export interface Selection {
  readonly frame: number;
  /** Null while any box of the function will do. */
  readonly node: number | null;
  /** Where the box stands, when whoever selected it knows. */
  readonly place: BoxPlace | null;
  /** Who selected it, and need not follow; `view` for what stayed when the view changed. */
  readonly origin: 'graph' | 'table' | 'details' | 'search' | 'view';
  /** The box that was selected in the view before, until it is found again in this one. */
  readonly was?: { readonly view: View; readonly node: number };
}

/** How a profile, or a comparison, is looked at, and what of it is selected. */
export interface ProfileView {
  readonly view: View;
  readonly selection: Selection | null;
}

export type ViewStore = ReturnType<typeof createViews>;

/** The ways of looking at what is open, by subject. */
export const createViews = () => createStore<Readonly<Record<SubjectId, ProfileView>>>(() => ({}));

/** The view that a profile is first shown in. */
function firstView(profile: ProfileSummary, settings: Settings): View {
  return {
    profile: profile.id,
    sampleType: firstSampleType(profile, settings),
    granularity: 'functions',
    inlines: true,
    order: settings.order,
    focus: null,
    base: null,
  };
}

/** Gives views to profiles that have none, and forgets those of profiles that are closed. */
export function keepViews(
  store: ViewStore,
  profiles: readonly ProfileSummary[],
  settings: Settings,
): void {
  const known = store.getState();
  const kept = Object.entries(known).filter(([subject]) => isOpen(subject, profiles));
  const added = profiles
    .filter(({ id }) => known[`${id}`] === undefined)
    .map((profile) => [profile.id, { view: firstView(profile, settings), selection: null }]);
  store.setState(Object.fromEntries([...kept, ...added]) as Record<SubjectId, ProfileView>, true);
}

/**
 * Changes how what a view shows is looked at. The box that was selected has to be found again then; and where
 * functions are told apart differently, the selection means nothing any more.
 */
export function changeView(
  store: ViewStore,
  shown: Pick<View, 'profile' | 'base'>,
  change: Partial<Omit<View, 'profile'>>,
): void {
  const subject = subjectOf(shown);
  const known = store.getState()[subject];
  if (known === undefined) return;
  const view = { ...known.view, ...change };
  const framesStay =
    view.granularity === known.view.granularity &&
    view.inlines === known.view.inlines &&
    view.base?.rules === known.view.base?.rules;
  const selection =
    framesStay && known.selection !== null ? kept(known.view, known.selection) : null;
  store.setState({ [subject]: { view, selection } });
}

function kept(view: View, { frame, node, was }: Selection): Selection {
  const box = node === null ? was : { view, node };
  const selection = { frame, node: null, place: null, origin: 'view' } as const;
  return box === undefined ? selection : { ...selection, was: box };
}

/**
 * Selects something in a view; null selects nothing. What was picked in a view that has been left
 * meanwhile means nothing in the one that followed.
 */
export function select(store: ViewStore, view: View, selection: Selection | null): void {
  const subject = subjectOf(view);
  if (store.getState()[subject]?.view === view) store.setState({ [subject]: { view, selection } });
}
