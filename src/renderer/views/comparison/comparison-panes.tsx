import { type RefObject, useEffect, useState } from 'react';
import { Panel, Separator } from 'react-resizable-panels';
import { useStore } from 'zustand';
import type { BoxPlace } from '../../../bridge/engine-api.ts';
import { changeLook } from '../../state/screen.ts';
import { type ShownComparison, useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { Later } from '../parts/later.tsx';
import { PaneGroup } from '../parts/pane-group.tsx';
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
  const { screen } = useApp();
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
          {display === 'table' ? (
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
