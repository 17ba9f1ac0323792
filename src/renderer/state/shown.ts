import type { View } from '../../bridge/engine-api.ts';
import type { App } from './app.ts';
import { shownSubject } from './profiles.ts';

/** The view on screen; null on the start page, and while a comparison is being prepared. */
export function shownView({ profiles, views }: Pick<App, 'profiles' | 'views'>): View | null {
  const subject = shownSubject(profiles.getState());
  return subject === null ? null : (views.getState()[subject]?.view ?? null);
}
