import { useShownComparison, useShownProfile } from '../../state/use-app.ts';

/** Whether there is something on screen to export. */
export function useExportable(): boolean {
  const profile = useShownProfile();
  const comparison = useShownComparison();
  return profile !== null || comparison !== null;
}
