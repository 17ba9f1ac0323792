import type { Settings } from '../../bridge/settings.ts';
import type { SettingsStore } from '../state/settings.ts';

/** What the colours are drawn from at the moment. */
export type Theme = 'light' | 'dark';

const prefersDark = () => matchMedia('(prefers-color-scheme: dark)');

/** The theme that a setting means on this system. */
export function themeOf(setting: Settings['theme']): Theme {
  if (setting !== 'system') return setting;
  return prefersDark().matches ? 'dark' : 'light';
}

/** Shows a theme. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}

/** Keeps the page in the theme that the settings and the system ask for. */
export function followTheme(settings: SettingsStore): void {
  const update = () => showTheme(themeOf(settings.getState().theme));
  update();
  settings.subscribe(update);
  prefersDark().addEventListener('change', update);
}
