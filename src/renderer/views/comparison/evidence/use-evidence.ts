import { useMemo } from 'react';
import type { View } from '../../../../bridge/engine-api.ts';
import { useViewAnswer } from '../../../state/use-view-answer.ts';
import { FrameEvidence } from './frame-evidence.ts';

/** What is known of how sure a view's changes are: by frame, or a sentence why not. */
export interface ViewEvidence {
  readonly view: View;
  /** Null where the draws behind the values are not known. */
  readonly frames: FrameEvidence | null;
  /** Why; '' where they are known. */
  readonly reason: string;
}

/** How sure a view's changes are; null while that is being worked out, which may take longer than the rest. */
export function useEvidence(view: View): ViewEvidence | null {
  const known = useViewAnswer('confidence', view);
  return useMemo(() => {
    if (known === null) return null;
    const { answer } = known;
    return 'reason' in answer
      ? { view: known.view, frames: null, reason: answer.reason }
      : { view: known.view, frames: new FrameEvidence(answer), reason: '' };
  }, [known]);
}

/** What is known of a view; nothing while what is known is of another. */
export function evidenceOf(
  evidence: ViewEvidence | null,
  view: View | undefined,
): ViewEvidence | null {
  return evidence !== null && evidence.view === view ? evidence : null;
}
