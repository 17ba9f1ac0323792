import { useStore } from 'zustand';
import type { EscapesState } from '../../../state/escapes.ts';
import { useApp } from '../../../state/use-app.ts';
import { Segmented } from '../../parts/segmented.tsx';
import type { FacetProps } from '../facet-props.ts';
import { ChangesPane } from './changes-pane.tsx';
import './escapes.css';
import { LinesPane } from './lines-pane.tsx';

type What = EscapesState['what'];

const CHOICES: readonly (readonly [What, string])[] = [
  ['changes', 'Changes'],
  ['before', 'Before'],
  ['after', 'After'],
];

/** What the compiler said of both builds, or of the only one, and what it costs. */
export function EscapesFacet({ sides, view }: FacetProps) {
  const { escapes } = useApp();
  const chosen = useStore(escapes, (state) => state.what);
  const isCompared = sides.before.length > 0 && sides.after.length > 0;
  const alone = sides.after.length > 0 ? 'after' : 'before';
  const what = isCompared ? chosen : alone;
  const choice = isCompared && (
    <Segmented
      legend="What of both builds is shown"
      choices={CHOICES}
      value={what}
      onChange={(shown) => escapes.setState({ what: shown })}
    />
  );
  return (
    <main className="escapes">
      <h1 className="visually-hidden">Escapes</h1>
      {what === 'changes' ? (
        <ChangesPane sides={sides} view={view} choice={choice} />
      ) : (
        <LinesPane key={what} sides={sides} view={view} side={what} choice={choice} />
      )}
    </main>
  );
}
