import type { Confidence } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import { FrameEvidence } from './frame-evidence.ts';

/** What is known of how sure a view's changes are: by frame, or a sentence why not. */
export interface ViewEvidence {
  readonly view: View;
  /** Null where the draws behind the values are not known. */
  readonly frames: FrameEvidence | null;
  /** Why; '' where they are known. */
  readonly reason: string;
}

/** What the engine's answer says about a view. */
export function viewEvidence(view: View, answer: Confidence): ViewEvidence {
  return 'reason' in answer
    ? { view, frames: null, reason: answer.reason }
    : { view, frames: new FrameEvidence(answer), reason: '' };
}
