import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ProfileSummary } from '../../bridge/engine-api.ts';
import type { App } from './app.ts';
import { activeProfile } from './profiles.ts';
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

/** The profile on screen; null on the start page. */
export function useShownProfile(): ShownProfile | null {
  const { profiles, views } = useApp();
  const profile = useStore(profiles, activeProfile);
  const view = useStore(views, (all) => (profile === null ? undefined : all[profile.id]));
  return profile === null || view === undefined ? null : { profile, ...view };
}
