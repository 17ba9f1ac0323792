import { useCallback } from 'react';
import type { View } from '../../../bridge/engine-api.ts';
import type { App } from '../../state/app.ts';
import { selectFrame } from '../../state/select-frame.ts';
import { type ShownProfile, useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import { useLatest } from '../../state/use-latest.ts';
import { changeView } from '../../state/views.ts';
import './details.css';
import { FrameHead } from './frame-head.tsx';
import { NeighbourList } from './neighbour-list.tsx';
import { ProfileDetails } from './profile-details.tsx';
import { ValuesTable } from './values-table.tsx';

/** All that is known of the selected function; of the profile while none is selected. */
export function DetailsPanel({
  shown: { profile, selection },
  framed: { view, frames },
}: {
  readonly shown: ShownProfile;
  readonly framed: Framed;
}) {
  const app = useApp();
  const frame = selection?.frame ?? null;
  const work = useCallback(
    async () => ({
      view,
      frames,
      details: frame === null ? null : await app.ask('details', { view, frame }),
    }),
    [app, view, frames, frame],
  );
  const { value, isStale } = useLatest(frame === null ? null : work);
  const details = value?.details ?? null;
  const sampleType = value === null ? undefined : profile.sampleTypes[value.view.sampleType];
  return (
    <section className="details" aria-label="Details" data-stale={isStale || undefined}>
      {value === null || details === null || sampleType === undefined ? (
        <ProfileDetails profile={profile} />
      ) : (
        <>
          <FrameHead
            frames={value.frames}
            frame={details.frame}
            onFocus={focusOn(app, value.view, value.frames.rawName(details.frame))}
          />
          <ValuesTable details={details} sampleTypes={profile.sampleTypes} />
          <NeighbourList
            title="Callers"
            none="outermost"
            shares={details.callers}
            frames={value.frames}
            whole={details.cum[value.view.sampleType] ?? 0}
            sampleType={sampleType}
            onSelect={(chosen) => void selectFrame(app, value.view, chosen, 'details')}
          />
          <NeighbourList
            title="Callees"
            none="itself"
            shares={details.callees}
            frames={value.frames}
            whole={details.cum[value.view.sampleType] ?? 0}
            sampleType={sampleType}
            onSelect={(chosen) => void selectFrame(app, value.view, chosen, 'details')}
          />
        </>
      )}
    </section>
  );
}

/** Focuses on a function. Its name says which only where functions are what is told apart. */
function focusOn(app: App, view: View, name: string): (() => void) | null {
  const isFocused = view.focus?.kind === 'frame' && view.focus.name === name;
  if (isFocused || view.granularity !== 'functions') return null;
  return () => changeView(app.views, view.profile, { focus: { kind: 'frame', name } });
}
