import { useMemo } from 'react';
import type { View } from '../../../../bridge/engine-api.ts';
import { type ViewEvidence, viewEvidence } from '../../../../words/view-evidence.ts';
import { useViewAnswer } from '../../../state/use-view-answer.ts';

/** How sure a view's changes are; null while that is being worked out, which may take longer than the rest. */
export function useEvidence(view: View): ViewEvidence | null {
  const known = useViewAnswer('confidence', view);
  return useMemo(() => {
    return known && viewEvidence(known.view, known.answer);
  }, [known]);
}

/** What is known of a view; nothing while what is known is of another. */
export function evidenceOf(
  evidence: ViewEvidence | null,
  view: View | undefined,
): ViewEvidence | null {
  return evidence !== null && evidence.view === view ? evidence : null;
}
