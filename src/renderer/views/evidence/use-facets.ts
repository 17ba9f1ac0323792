import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { EvidenceSides } from '../../../bridge/evidence-api.ts';
import { sidesOf } from '../../state/evidence.ts';
import { useApp } from '../../state/use-app.ts';
import { type FacetKind, facetsOf } from './facets.ts';

/** What of the runs can be looked at, and what of it is. */
export interface Facets {
  readonly facets: readonly FacetKind[];
  /** The facet on screen; null for the profile, and where there is nothing else. */
  readonly shown: FacetKind | null;
  readonly sides: EvidenceSides;
  readonly hasTexts: boolean;
}

/** The facets of what is open; without a profile one of them is on screen, if there is any. */
export function useFacets(hasProfile: boolean): Facets {
  const { evidence } = useApp();
  const { texts, facet } = useStore(evidence);
  return useMemo(() => {
    const facets = facetsOf(texts, hasProfile);
    const chosen = facets.find((kind) => kind.facet === facet);
    const shown = chosen ?? (hasProfile ? null : (facets[0] ?? null));
    return { facets, shown, sides: sidesOf(texts), hasTexts: texts.length > 0 };
  }, [texts, facet, hasProfile]);
}
