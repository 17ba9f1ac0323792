import type { ReactNode } from 'react';
import type { View } from '../../../bridge/engine-api.ts';
import { EvidenceBar } from './evidence-bar.tsx';
import { useFacets } from './use-facets.ts';

/** A profile, or two that are compared, and what else is known of the runs: one of it at a time. */
export function Faceted({
  view,
  children,
}: {
  /** Null while it is not ready. */
  readonly view: View | null;
  /** The profile. */
  readonly children: ReactNode;
}) {
  const { facets, shown, sides, hasTexts } = useFacets(true);
  return (
    <>
      {(hasTexts || shown !== null) && <EvidenceBar facets={facets} shown={shown} hasProfile />}
      {shown === null ? children : <shown.Component sides={sides} view={view} />}
    </>
  );
}
