import type { Verdict } from '../../core/text/comparison/evidence.ts';

/** Which way a change went, for its colour besides its words. */
export type ChangeTone = 'fall' | 'rise' | 'doubtful';

/** Whether a change may be noise. */
export const isDoubtful = (verdict: Verdict): boolean =>
  verdict === 'noise' || verdict === 'tooFew';

/** What the evidence lets a change look like; null where there is none. */
export function changeTone(change: number, verdict: Verdict): ChangeTone | null {
  if (isDoubtful(verdict)) return 'doubtful';
  if (change === 0) return null;
  return change < 0 ? 'fall' : 'rise';
}
