import type { Verdict } from '../../../../core/text/comparison/evidence.ts';
import type { ChangeState } from '../../../../core/units/change-state.ts';
import './state-mark.css';
import { isDoubtful } from '../../../../words/table/change-tone.ts';

/**
 * How a function fared, as a mark and a word; the word is left to those who do not see it where it is narrow. What
 * may be noise has no colour, as the change itself has none.
 */
export function StateMark({
  state,
  verdict,
}: {
  readonly state: ChangeState;
  readonly verdict: Verdict;
}) {
  return (
    <span
      className="state-mark"
      data-state={state}
      data-doubtful={isDoubtful(verdict) || undefined}
    >
      <i aria-hidden="true" />
      <span>{state}</span>
    </span>
  );
}
