import { memo } from 'react';
import { useStore } from 'zustand';
import { showFacet } from '../../state/evidence.ts';
import { useApp } from '../../state/use-app.ts';
import { EvidenceChip } from './evidence-chip.tsx';
import './evidence-bar.css';
import type { FacetKind } from './facets.ts';

/** What of the runs can be looked at, and the texts that it comes from. */
export const EvidenceBar = memo(function EvidenceBar({
  facets,
  shown,
  hasProfile,
}: {
  readonly facets: readonly FacetKind[];
  /** The facet on screen; null for the profile. */
  readonly shown: FacetKind | null;
  readonly hasProfile: boolean;
}) {
  const { evidence } = useApp();
  const texts = useStore(evidence, (state) => state.texts);
  return (
    <section className="evidence-bar" aria-label="Evidence of the runs">
      {shown !== null && <h1 className="visually-hidden">{shown.title}</h1>}
      <nav aria-label="What of the runs is shown">
        {hasProfile && (
          <FacetTab
            title="Profile"
            isShown={shown === null}
            onChoose={() => showFacet(evidence, 'profile')}
          />
        )}
        {facets.map((kind) => (
          <FacetTab
            key={kind.facet}
            title={kind.title}
            isShown={kind === shown}
            onChoose={() => showFacet(evidence, kind.facet)}
          />
        ))}
      </nav>
      <ul className="evidence-chips" aria-label="Evidence">
        {texts.map((text) => (
          <EvidenceChip key={text.id} text={text} />
        ))}
      </ul>
    </section>
  );
});

function FacetTab({
  title,
  isShown,
  onChoose,
}: {
  readonly title: string;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <button
      type="button"
      className="facet-tab"
      aria-current={isShown ? 'page' : undefined}
      onClick={onChoose}
    >
      {title}
    </button>
  );
}
