import { type RefObject, useEffect, useMemo, useState } from 'react';
import { Panel, Separator } from 'react-resizable-panels';
import { useStore } from 'zustand';
import type { BoxPlace } from '../../../bridge/tree-api.ts';
import { shownQuantity } from '../../../words/shown-quantity.ts';
import { changeLook } from '../../state/screen.ts';
import { type ShownComparison, useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { Later } from '../parts/later.tsx';
import { PaneGroup } from '../parts/pane-group.tsx';
import { SourcePane } from '../source/source-pane.tsx';
import { ComparisonDetails } from './details/comparison-details.tsx';
import { DifferenceGraph } from './graphs/difference-graph.tsx';
import { SideBySide } from './graphs/side-by-side.tsx';
import { DifferenceTable } from './table/difference-table.tsx';

/** The graphs above the table, and the details beside both; or the table alone with the details. */
export function ComparisonPanes(props: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
  /** The graphs, for those who move them from outside. */
  readonly flame: RefObject<FlameGraphHandle | null>;
}) {
  const { screen, source } = useApp();
  const isSource = useStore(source, (state) => state.isShown);
  const display = useStore(screen, ({ comparison }) => comparison.display);
  const { flame } = props;
  // What is looked up from the table alone is zoomed to once the graphs are there.
  const [wanted, setWanted] = useState<BoxPlace | null>(null);
  useEffect(() => {
    if (wanted === null || display !== 'sides') return;
    flame.current?.zoomTo(wanted);
    setWanted(null);
  }, [wanted, display, flame]);
  const showInGraphs = (place: BoxPlace) => {
    setWanted(place);
    changeLook(screen, { display: 'sides' });
  };
  return (
    <main className="workspace">
      <PaneGroup name="main" panes={['work', 'details']} orientation="horizontal">
        <Panel id="work" minSize="380px">
          {isSource ? (
            <ComparedSource {...props} />
          ) : display === 'table' ? (
            <div className="pane">
              <DifferenceTable {...props} onZoom={showInGraphs} />
            </div>
          ) : (
            <PaneGroup name="compared" panes={['flame', 'table']} orientation="vertical">
              <Panel id="flame" className="pane" defaultSize="60%" minSize="120px">
                {display === 'sides' ? <SideBySide {...props} /> : <DifferenceGraph {...props} />}
              </Panel>
              <Separator className="pane-separator" aria-label="Height of the table" />
              <Panel id="table" className="pane" minSize="96px">
                <Later>
                  <DifferenceTable {...props} />
                </Later>
              </Panel>
            </PaneGroup>
          )}
        </Panel>
        <Separator className="pane-separator" aria-label="Width of the details" />
        <Panel
          id="details"
          className="pane"
          defaultSize="344px"
          minSize="220px"
          groupResizeBehavior="preserve-pixel-size"
        >
          <Later>
            <ComparisonDetails {...props} />
          </Later>
        </Panel>
      </PaneGroup>
    </main>
  );
}

function ComparedSource({
  shown: { before, after, comparison, selection },
  framed: { view, frames },
}: {
  readonly shown: ShownComparison;
  readonly framed: Framed;
}) {
  const profiles = useMemo(
    () => [
      { profile: before, role: 'before' as const },
      { profile: after, role: 'after' as const },
    ],
    [before, after],
  );
  const quantity = useMemo(() => shownQuantity(comparison, view), [comparison, view]);
  if (quantity === null) return null;
  const frame = selection?.frame ?? null;
  return <SourcePane {...{ view, frames, quantity, profiles, frame }} />;
}
