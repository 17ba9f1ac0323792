import { type RefObject, useMemo } from 'react';
import { Panel, Separator } from 'react-resizable-panels';
import { useStore } from 'zustand';
import { type ShownProfile, useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import { DetailsPanel } from '../details/details-panel.tsx';
import type { FlameGraphHandle } from '../flame/flame-types.ts';
import { Later } from '../parts/later.tsx';
import { PaneGroup } from '../parts/pane-group.tsx';
import { SourcePane } from '../source/source-pane.tsx';
import { TopTable } from '../table/top-table.tsx';
import { CallTreePane } from './call-tree-pane.tsx';

/** The flame graph above the table, and the details beside both. */
export function Panes({
  shown,
  framed,
  flame,
}: {
  readonly shown: ShownProfile;
  readonly framed: Framed;
  readonly flame: RefObject<FlameGraphHandle | null>;
}) {
  const isSource = useStore(useApp().source, (state) => state.isShown);
  const isSmall = window.innerWidth < SMALL_WINDOW;
  return (
    <main className="workspace">
      <PaneGroup name="main" panes={['work', 'details']} orientation="horizontal">
        <Panel id="work" minSize="380px">
          {isSource ? (
            <ProfileSource shown={shown} framed={framed} />
          ) : (
            <PaneGroup name="work" panes={['flame', 'table']} orientation="vertical">
              <Panel id="flame" className="pane" defaultSize="60%" minSize="120px">
                <CallTreePane shown={shown} framed={framed} flame={flame} />
              </Panel>
              <Separator className="pane-separator" aria-label="Height of the table" />
              <Panel id="table" className="pane" minSize="96px">
                <Later>
                  <TopTable shown={shown} framed={framed} flame={flame} />
                </Later>
              </Panel>
            </PaneGroup>
          )}
        </Panel>
        <Separator className="pane-separator" aria-label="Width of the details" />
        <Panel
          id="details"
          className="pane"
          defaultSize={isSmall ? '264px' : '344px'}
          minSize="220px"
          groupResizeBehavior="preserve-pixel-size"
        >
          <Later>
            <DetailsPanel shown={shown} framed={framed} />
          </Later>
        </Panel>
      </PaneGroup>
    </main>
  );
}

function ProfileSource({
  shown: { profile, selection },
  framed: { view, frames },
}: {
  readonly shown: ShownProfile;
  readonly framed: Framed;
}) {
  const profiles = useMemo(() => [{ profile, role: 'alone' as const }], [profile]);
  const sampleType = profile.sampleTypes[view.sampleType];
  const quantity = useMemo(
    () => (sampleType === undefined ? null : { sampleType, per: null }),
    [sampleType],
  );
  if (quantity === null) return null;
  const frame = selection?.frame ?? null;
  return <SourcePane {...{ view, frames, quantity, profiles, frame }} />;
}

/** Width of a window in px in which the details begin narrow, for the sake of the table. */
const SMALL_WINDOW = 1100;
