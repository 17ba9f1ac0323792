import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ProfileSummary } from '../../bridge/engine-api.ts';
import type { App } from './app.ts';
import type { Comparison } from './comparisons.ts';
import { shownSubject } from './profiles.ts';
import type { ProfileView } from './views.ts';

/** Hands the page's state to all components. */
export const AppContext = createContext<App | null>(null);

/** The page's state. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('A component stands outside of the page.');
  return app;
}

/** A profile with the way it is looked at. */
export interface ShownProfile extends ProfileView {
  readonly profile: ProfileSummary;
}

/** The profile on screen; null on the start page and where a comparison is shown. */
export function useShownProfile(): ShownProfile | null {
  const { profiles, views } = useApp();
  const subject = useStore(profiles, shownSubject);
  const profile = useStore(profiles, ({ profiles: all, active }) =>
    all.find(({ id }) => id === active),
  );
  const view = useStore(views, (all) => (subject === null ? undefined : all[subject]));
  if (profile === undefined || view === undefined || view.view.base !== null) return null;
  return { profile, ...view };
}

/** Two profiles that are compared, in a view. */
export interface ComparedView extends Pick<ProfileView, 'view'> {
  readonly before: ProfileSummary;
  readonly after: ProfileSummary;
  readonly comparison: Comparison;
}

/** Two profiles that are compared, with the way they are looked at. */
export interface ShownComparison extends ComparedView, ProfileView {}

/** The comparison on screen; null when there is none, or it is still being prepared. */
export function useShownComparison(): ShownComparison | null {
  const { profiles, views, comparisons } = useApp();
  const subject = useStore(profiles, (state) => (state.isComparing ? shownSubject(state) : null));
  const before = useStore(profiles, ({ profiles: all, pair }) =>
    all.find(({ id }) => id === pair?.before),
  );
  const after = useStore(profiles, ({ profiles: all, pair }) =>
    all.find(({ id }) => id === pair?.after),
  );
  const view = useStore(views, (all) => (subject === null ? undefined : all[subject]));
  const comparison = useStore(comparisons, (all) => (subject === null ? undefined : all[subject]));
  if (before === undefined || after === undefined) return null;
  if (view === undefined || comparison === undefined) return null;
  return { before, after, comparison, ...view };
}
