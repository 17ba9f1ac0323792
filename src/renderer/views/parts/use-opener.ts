import { createContext, useCallback, useContext } from 'react';
import { chooseFiles } from '../../state/actions.ts';
import { useApp } from '../../state/use-app.ts';

/** Shows the page's own file chooser, where the shell has none. */
export const OpenerContext = createContext<() => void>(() => undefined);

/** Lets the user choose files to open. */
export function useOpener(): () => void {
  const app = useApp();
  const showOwn = useContext(OpenerContext);
  return useCallback(() => chooseFiles(app, showOwn), [app, showOwn]);
}
