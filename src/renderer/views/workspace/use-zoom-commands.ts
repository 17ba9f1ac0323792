import { type RefObject, useEffect } from 'react';
import { useApp } from '../../state/use-app.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';

/** Passes the menu's zoom commands on to the flame graph. */
export function useZoomCommands(flame: RefObject<FlameGraphHandle | null>): void {
  const { host } = useApp();
  useEffect(
    () =>
      host.on('menuCommand', (command) => {
        if (command === 'zoomIn') flame.current?.zoomIn();
        else if (command === 'zoomOut') flame.current?.zoomOut();
        else if (command === 'resetZoom') flame.current?.reset();
      }),
    [host, flame],
  );
}
