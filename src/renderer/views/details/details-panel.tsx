import { memo, useCallback } from 'react';
import type { ProfileSummary, View } from '../../../bridge/engine-api.ts';
import type { FrameDetails } from '../../../bridge/frames-api.ts';
import type { FrameTexts } from '../../../words/frame-texts.ts';
import { selectFrame } from '../../state/select-frame.ts';
import { type ShownProfile, useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';
import { useLatest } from '../../state/use-latest.ts';
import './details.css';
import { FrameHead } from './frame-head.tsx';
import { FrameSites } from './frame-sites.tsx';
import { NeighbourList } from './neighbour-list.tsx';
import { ProfileDetails } from './profile-details.tsx';
import { useFocusOn } from './use-focus-on.ts';
import { useFrameLater } from './use-frame-later.ts';
import { useShowSource } from './use-show-source.ts';
import { ValuesTable } from './values-table.tsx';

/** What is known of a function in a view. */
interface Known {
  readonly view: View;
  readonly frames: FrameTexts;
  readonly details: FrameDetails;
}

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
      details: await app.ask('details', { view, frame: frame ?? 0 }),
    }),
    [app, view, frames, frame],
  );
  const { value, isStale } = useLatest<Known>(frame === null ? null : work);
  // One part to a frame of the screen: all at once, to be laid out and painted, would be too much for one.
  const callersOf = useFrameLater(value);
  const calleesOf = useFrameLater(callersOf);
  return (
    <section
      className="details"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with the keyboard too.
      tabIndex={0}
      aria-label="Details"
      data-stale={isStale || undefined}
    >
      {value === null ? (
        <ProfileDetails profile={profile} />
      ) : (
        <>
          <Head known={value} profile={profile} />
          {callersOf !== null && (
            <FrameSites
              view={callersOf.view}
              frames={callersOf.frames}
              frame={callersOf.details.frame}
            />
          )}
          {callersOf !== null && <Neighbours side="callers" known={callersOf} profile={profile} />}
          {calleesOf !== null && <Neighbours side="callees" known={calleesOf} profile={profile} />}
        </>
      )}
    </section>
  );
}

interface PartProps {
  readonly known: Known;
  readonly profile: ProfileSummary;
}

const Head = memo(function Head({ known: { view, frames, details }, profile }: PartProps) {
  const onFocus = useFocusOn(view, frames, details.frame);
  const onSource = useShowSource(view, details.frame);
  return (
    <>
      <FrameHead frames={frames} frame={details.frame} onFocus={onFocus} onSource={onSource} />
      <ValuesTable details={details} sampleTypes={profile.sampleTypes} />
    </>
  );
});

const Neighbours = memo(function Neighbours({
  side,
  known: { view, frames, details },
  profile,
}: PartProps & { readonly side: 'callers' | 'callees' }) {
  const app = useApp();
  const sampleType = profile.sampleTypes[view.sampleType];
  if (sampleType === undefined) return null;
  return (
    <NeighbourList
      title={side === 'callers' ? 'Callers' : 'Callees'}
      none={side === 'callers' ? 'outermost' : 'itself'}
      shares={details[side]}
      frames={frames}
      whole={details.cum[view.sampleType] ?? 0}
      sampleType={sampleType}
      onSelect={(chosen) => void selectFrame(app, view, chosen, 'details')}
    />
  );
});
