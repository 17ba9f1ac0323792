import { useEffect } from 'react';
import type { MenuCommand, Settings } from '../../bridge/host.ts';
import { changeSettings, closeProfile } from '../state/actions.ts';
import type { App } from '../state/app.ts';
import type { ScreenState } from '../state/screen.ts';
import { useApp } from '../state/use-app.ts';
import { useOpener } from './parts/use-opener.ts';
import { focusSearch } from './use-shortcuts.ts';

/** Does what the application's menu asks of the page as a whole. */
export function useMenuCommands(): void {
  const app = useApp();
  const open = useOpener();
  useEffect(() => app.host.on('menuCommand', (command) => obey(app, command, open)), [app, open]);
}

function obey(app: App, command: MenuCommand, open: () => void): void {
  const theme = themeCommands[command];
  const dialog = dialogCommands[command];
  if (theme !== undefined) changeSettings(app, { theme });
  else if (dialog !== undefined) app.screen.setState({ dialog });
  else if (command === 'open') open();
  else if (command === 'find') focusSearch();
  else if (command === 'close') {
    const { active } = app.profiles.getState();
    if (active !== null) closeProfile(app, active);
  }
  // The rest is the flame graph's business, while there is one.
}

const themeCommands: { readonly [C in MenuCommand]?: Settings['theme'] } = {
  useSystemTheme: 'system',
  useLightTheme: 'light',
  useDarkTheme: 'dark',
};

const dialogCommands: { readonly [C in MenuCommand]?: ScreenState['dialog'] } = {
  showShortcuts: 'shortcuts',
  showAbout: 'about',
};
