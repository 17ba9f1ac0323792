import { EvidenceBar } from './evidence-bar.tsx';
import { useFacets } from './use-facets.ts';

/** What is known of runs of which there is no profile. */
export function EvidenceScreen() {
  const { facets, shown, sides } = useFacets(false);
  return (
    <>
      <EvidenceBar facets={facets} shown={shown} hasProfile={false} />
      {shown === null ? (
        <main className="workspace-wait">Open a profile of the run to see where it allocates.</main>
      ) : (
        <shown.Component sides={sides} view={null} />
      )}
    </>
  );
}
