import type { ComponentType } from 'react';
import type { View } from '../../../bridge/engine-api.ts';
import type { EvidenceKind, EvidenceSides, OpenEvidence } from '../../../bridge/evidence-api.ts';
import type { Facet } from '../../state/evidence.ts';

/** What a facet is shown of. */
export interface FacetProps {
  /** The texts of both runs; equal ones stay the same object. */
  readonly sides: EvidenceSides;
  /** The profile, or the two that are compared; null where none is open. */
  readonly view: View | null;
}

/** A facet of a run besides its profile. */
export interface FacetKind {
  readonly facet: Exclude<Facet, 'profile'>;
  /** Its name on the page. */
  readonly title: string;
  /** The kind of evidence that it shows; null where it makes do with a profile. */
  readonly kind: EvidenceKind | null;
  readonly Component: ComponentType<FacetProps>;
}

/** The facets, as they stand beside each other. */
const FACETS: readonly FacetKind[] = [];

/** Those that there is something to show in. */
export function facetsOf(texts: readonly OpenEvidence[], hasProfile: boolean): FacetKind[] {
  const kinds = new Set(texts.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  return FACETS.filter(({ kind }) => (kind === null ? hasProfile : kinds.has(kind)));
}
