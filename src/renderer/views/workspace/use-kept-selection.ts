import { useEffect } from 'react';
import { selectAgain } from '../../state/select-frame.ts';
import { useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import type { ProfileView } from '../../state/views.ts';

/** Finds the selected box again when the view has changed. */
export function useKeptSelection({ view, selection }: ProfileView, framed: Framed | null): void {
  const app = useApp();
  const isCurrent = framed?.view === view;
  const lost = selection?.origin === 'view' && selection.node === null ? selection : null;
  useEffect(() => {
    if (isCurrent && lost !== null) void selectAgain(app, view, lost);
  }, [app, view, isCurrent, lost]);
}
