import { useCallback } from 'react';
import type { EvidenceSides } from '../../bridge/evidence-api.ts';
import type { LoadReportsOfSides } from '../../bridge/load-api.ts';
import { useApp } from './use-app.ts';
import { useLatest } from './use-latest.ts';

/** What load generators reported in some texts; null until it is known, and without any. */
export function useLoadReports(sides: EvidenceSides | null): LoadReportsOfSides | null {
  const app = useApp();
  const work = useCallback(
    () => app.ask('loadReports', { sides: sides ?? NO_TEXTS, view: null }),
    [app, sides],
  );
  const { value, isStale } = useLatest(sides === null ? null : work);
  return isStale ? null : value;
}

const NO_TEXTS: EvidenceSides = { before: [], after: [] };
