import type { ComponentType } from 'react';
import type { EvidenceKind, Facet, OpenEvidence } from '../../../bridge/evidence-api.ts';
import { BenchmarksFacet } from './benchmarks/benchmarks-facet.tsx';
import { CollectorFacet } from './collector/collector-facet.tsx';
import { EscapesFacet } from './escapes/escapes-facet.tsx';
import type { FacetProps } from './facet-props.ts';
import { SitesFacet } from './sites/sites-facet.tsx';

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
const FACETS: readonly FacetKind[] = [
  { facet: 'collector', title: 'Collector', kind: 'gctrace', Component: CollectorFacet },
  { facet: 'benchmarks', title: 'Benchmarks', kind: 'benchmarks', Component: BenchmarksFacet },
  { facet: 'escapes', title: 'Escapes', kind: 'escape', Component: EscapesFacet },
  { facet: 'sites', title: 'Sites', kind: null, Component: SitesFacet },
];

/** Those that there is something to show in. */
export function facetsOf(texts: readonly OpenEvidence[], hasProfile: boolean): FacetKind[] {
  const kinds = new Set(texts.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  return FACETS.filter(({ kind }) => (kind === null ? hasProfile : kinds.has(kind)));
}
