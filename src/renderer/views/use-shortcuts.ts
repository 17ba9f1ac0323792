import { useEffect } from 'react';
import { copyShownPicture } from '../state/exporting.ts';
import { save, saveElsewhere } from '../state/investigating.ts';
import { turnToSource } from '../state/reading-source.ts';
import { swapSides } from '../state/sides.ts';
import { useApp } from '../state/use-app.ts';
import { showExport } from './export/show-export.ts';
import { SEARCH_FIELD } from './header/search-box.tsx';
import { useOpener } from './parts/use-opener.ts';
import { isDialogOpen, isTyping } from './taking-keys.ts';

/** The shortcuts that work anywhere on the page. */
export function useShortcuts(): void {
  const app = useApp();
  const open = useOpener();
  useEffect(() => {
    const { screen, profiles, about } = app;
    const onKeyDown = (event: KeyboardEvent) => {
      const isHeld = (event.ctrlKey || event.metaKey) && !event.altKey;
      // On macOS Control with a letter moves within text fields.
      const isControl = isHeld && (about.platform === 'darwin' ? event.metaKey : event.ctrlKey);
      const isCommand = isControl && !event.shiftKey;
      if (event.defaultPrevented || isDialogOpen(app)) return;
      if (isCommand && event.key === 'o') open();
      else if (isCommand && event.key === 'f') focusSearch();
      else if (isCommand && event.key === 'e') showExport(app);
      else if (isCommand && event.key === 's') save(app);
      else if (isControl && event.key.toLowerCase() === 's') saveElsewhere(app);
      else if (isHeld || isTyping(event.target)) return;
      else if (event.key === '/') focusSearch();
      else if (event.key === 'c') copyShownPicture(app);
      else if (event.key === 's') turnToSource(app, !app.source.getState().isShown);
      else if (event.key === 'x' && profiles.getState().isComparing) swapSides(app);
      else if (event.key === '?') screen.setState({ dialog: 'shortcuts' });
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [app, open]);
}

/** Puts the cursor into the search field. */
export function focusSearch(): void {
  const field = document.getElementById(SEARCH_FIELD);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}
