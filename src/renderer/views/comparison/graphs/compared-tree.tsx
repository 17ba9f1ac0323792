import { useMemo } from 'react';
import { useStore } from 'zustand';
import { describeSampleType } from '../../../../core/units/sample-type-words.ts';
import { type ShownComparison, useApp } from '../../../state/use-app.ts';
import type { Framed } from '../../../state/use-framed.ts';
import { viewKey } from '../../../state/view-key.ts';
import { useTheme } from '../../../theme/use-theme.ts';
import { FlameTree } from '../../flame/flame-tree.tsx';
import { DisplaySwitch } from '../../toolbar/display-switch.tsx';
import { useHighlighted } from '../../workspace/use-highlighted.ts';
import { useTreeRequests } from '../../workspace/use-tree-requests.ts';
import { comparedIn, noMoreValues } from './compared.ts';
import './graphs.css';

/** The call tree of both sides to walk: before, after and the change of each function. */
export function ComparedTree({
  shown: { comparison, selection },
  framed,
}: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
}) {
  const app = useApp();
  const theme = useTheme();
  const life = useStore(app.profiles, ({ engineLife }) => engineLife);
  const highlighted = useHighlighted(framed);
  const { view, frames } = framed;
  const source = useMemo(() => {
    const key = viewKey(view, life);
    const compared = comparedIn({ comparison }, view, key, null);
    return { key, frames, sampleTypes: [compared.type], sampleType: 0, compared };
  }, [view, life, frames, comparison]);
  const treeRequests = useTreeRequests(view);
  const { type, per } = source.compared;
  return (
    <section className="side" aria-label="Call tree of both sides">
      <header className="side-head">
        <h2>Both sides</h2>
        <span className="side-quantity">
          {`${describeSampleType(type).title.toLowerCase()} ${per}`.trim()}, with all that is called
        </span>
        <span className="side-total" />
        <DisplaySwitch />
      </header>
      <FlameTree
        source={source}
        theme={theme}
        highlighted={highlighted}
        selection={selection}
        requestBox={noMoreValues}
        {...treeRequests}
      />
    </section>
  );
}
