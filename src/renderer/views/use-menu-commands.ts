import { useEffect } from 'react';
import type { MenuCommand } from '../../bridge/menu-command.ts';
import type { ComparisonLook } from '../../bridge/screen-state.ts';
import type { Settings } from '../../bridge/settings.ts';
import { changeSettings, closeProfile } from '../state/actions.ts';
import type { App } from '../state/app.ts';
import { showCapture } from '../state/capturing.ts';
import { copyShownPicture } from '../state/exporting.ts';
import { save, saveElsewhere } from '../state/investigating.ts';
import { returnToComparison, showProfile } from '../state/profiles.ts';
import { turnToSource } from '../state/reading-source.ts';
import { changeLook, type PageState } from '../state/screen.ts';
import { swapSides } from '../state/sides.ts';
import { useApp } from '../state/use-app.ts';
import { showExport } from './export/show-export.ts';
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
  const display = displayCommands[command];
  if (theme !== undefined) changeSettings(app, { theme });
  else if (dialog !== undefined) app.screen.setState({ dialog });
  else if (command === 'open') open();
  else if (command === 'capture') showCapture(app);
  else if (command === 'find') focusSearch();
  else if (command === 'close') close(app);
  else if (command === 'export') showExport(app);
  else if (command === 'copyPicture') copyShownPicture(app);
  else if (command === 'saveInvestigation') save(app);
  else if (command === 'saveInvestigationAs') saveElsewhere(app);
  else if (command === 'swapSides') swapSides(app);
  else if (display !== undefined) {
    returnToComparison(app.profiles);
    turnToSource(app, false);
    changeLook(app.screen, { display });
  }
  // The rest is the flame graph's business, while there is one.
}

/** Closes the profile on screen; a comparison is left for its side after, and nothing closed. */
function close(app: App): void {
  const { active, isComparing } = app.profiles.getState();
  if (active === null) return;
  if (isComparing) showProfile(app.profiles, active);
  else closeProfile(app, active);
}

const displayCommands: { readonly [C in MenuCommand]?: ComparisonLook['display'] } = {
  showSides: 'sides',
  showDifference: 'difference',
  showDifferenceTable: 'table',
  showReport: 'report',
};

const themeCommands: { readonly [C in MenuCommand]?: Settings['theme'] } = {
  useSystemTheme: 'system',
  useLightTheme: 'light',
  useDarkTheme: 'dark',
};

const dialogCommands: { readonly [C in MenuCommand]?: PageState['dialog'] } = {
  showShortcuts: 'shortcuts',
  showAbout: 'about',
};
