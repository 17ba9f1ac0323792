import type { Verdict } from '../../../../core/text/comparison/evidence.ts';
import './change-text.css';

/** A change, in the colour of its direction unless it may be noise. */
export function ChangeText({
  change,
  verdict,
  text,
}: {
  readonly change: number;
  readonly verdict: Verdict;
  readonly text: string;
}) {
  return (
    <span className="change" data-tone={toneOf(change, verdict)}>
      {text}
    </span>
  );
}

/** Whether a change may be noise. */
export const isDoubtful = (verdict: Verdict): boolean =>
  verdict === 'noise' || verdict === 'tooFew';

function toneOf(change: number, verdict: Verdict): string | undefined {
  if (isDoubtful(verdict)) return 'doubtful';
  if (change === 0) return undefined;
  return change < 0 ? 'fall' : 'rise';
}
