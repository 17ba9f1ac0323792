import { useEffect } from 'react';
import { selectFrame } from '../../state/select-frame.ts';
import { type ShownProfile, useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';

/** Finds a box again for the function that stayed selected when the view changed. */
export function useKeptSelection({ view, selection }: ShownProfile, framed: Framed | null): void {
  const app = useApp();
  const isCurrent = framed?.view === view;
  const frame = selection?.origin === 'view' ? selection.frame : null;
  useEffect(() => {
    if (isCurrent && frame !== null) void selectFrame(app, view, frame, 'details');
  }, [app, view, isCurrent, frame]);
}
