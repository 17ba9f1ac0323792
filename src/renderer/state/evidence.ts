import { createStore } from 'zustand/vanilla';
import type {
  EvidenceSide,
  EvidenceSides,
  Facet,
  OpenEvidence,
} from '../../bridge/evidence-api.ts';
import type { Hello, Host } from '../../bridge/host.ts';

/** The texts with evidence that are open, and what of the runs is looked at. */
export interface EvidenceState {
  readonly texts: readonly OpenEvidence[];
  readonly facet: Facet;
}

export type EvidenceStore = ReturnType<typeof createEvidence>;

/** The store of open texts as the host tells of them when the page starts. */
export const createEvidence = ({ evidence, facet }: Pick<Hello, 'evidence' | 'facet'>) =>
  createStore<EvidenceState>(() => ({ texts: evidence, facet }));

/** Has the host remember what is looked at, for when the page starts again. */
export function keepFacet(store: EvidenceStore, host: Pick<Host, 'request'>): void {
  store.subscribe(({ facet }, before) => {
    if (facet !== before.facet) host.request('keepFacet', { facet }).catch(() => {});
  });
}

/** A text is open; one that is open already is replaced. */
export function addEvidence(store: EvidenceStore, opened: OpenEvidence): void {
  store.setState(({ texts }) => ({
    texts: [...texts.filter(({ id }) => id !== opened.id), opened],
  }));
}

/** A text is about another run. */
export function sideEvidence(store: EvidenceStore, evidence: number, side: EvidenceSide): void {
  store.setState(({ texts }) => ({
    texts: texts.map((text) => (text.id === evidence ? { ...text, side } : text)),
  }));
}

/** A text is closed. */
export function removeEvidence(store: EvidenceStore, closed: number): void {
  store.setState(({ texts }) => ({ texts: texts.filter(({ id }) => id !== closed) }));
}

/** Looks at a profile or a kind of evidence. */
export function showFacet(store: EvidenceStore, facet: Facet): void {
  store.setState({ facet });
}

/**
 * The texts of both runs; where none is said to be before or after, those of the only run as `after`. Texts
 * without a side wait for one as soon as there are sides.
 */
export function sidesOf(texts: readonly OpenEvidence[]): EvidenceSides {
  const idsOf = (wanted: EvidenceSide) =>
    texts.filter(({ side }) => side === wanted).map(({ id }) => id);
  const [before, after] = [idsOf('before'), idsOf('after')];
  return before.length + after.length === 0 ? { before, after: idsOf('run') } : { before, after };
}
