import type { ChangeState } from '../../../../core/units/change-state.ts';
import './state-mark.css';

/** How a function fared, as a mark and a word; the word is left to those who do not see it where it is narrow. */
export function StateMark({ state }: { readonly state: ChangeState }) {
  return (
    <span className="state-mark" data-state={state}>
      <i aria-hidden="true">{marks[state]}</i>
      <span>{state}</span>
    </span>
  );
}

/** Added and removed are drawn as in the graphs: with a bar on the upper edge, hatched. */
const marks: Readonly<Record<ChangeState, string>> = {
  added: '',
  removed: '',
  grew: '▲',
  shrank: '▼',
  same: '=',
};
