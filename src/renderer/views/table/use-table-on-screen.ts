import { useEffect } from 'react';
import type { TableChoice } from '../../../bridge/export-api.ts';
import { useApp } from '../../state/use-app.ts';

/** Lets exports know the order and the filter of the table that is on screen. */
export function useTableOnScreen(choice: TableChoice): void {
  const { onScreen } = useApp();
  useEffect(() => {
    onScreen.table = choice;
    return () => {
      if (onScreen.table === choice) onScreen.table = null;
    };
  }, [onScreen, choice]);
}
