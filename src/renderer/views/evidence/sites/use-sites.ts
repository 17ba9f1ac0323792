import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../../../bridge/engine-api.ts';
import type { EvidenceSides } from '../../../../bridge/evidence-api.ts';
import { askSites, type ReadSites } from '../../../state/reading-sites.ts';
import { useApp } from '../../../state/use-app.ts';
import { type LatestValue, useLatest } from '../../../state/use-latest.ts';

/** The sites of a view; `{ none }` where it is not about allocations. */
export function useSites(
  view: View | null,
  sides: EvidenceSides,
): LatestValue<ReadSites | { readonly none: View }> {
  const app = useApp();
  const reading = useStore(app.source, (state) => state.reading);
  const work = useCallback(async () => {
    // Only to be asked again for another one.
    void reading;
    if (view === null) throw new Error('There is no profile to look at.');
    return (await askSites(app, view, sides)) ?? { none: view };
  }, [app, view, sides, reading]);
  return useLatest(view === null ? null : work);
}
