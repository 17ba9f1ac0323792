import { useStore } from 'zustand';
import { SIDES, type SideName } from '../../../bridge/comparison-api.ts';
import { closeProfile } from '../../state/actions.ts';
import { openForSide } from '../../state/pairing.ts';
import { showProfile } from '../../state/profiles.ts';
import { useApp } from '../../state/use-app.ts';
import { originWords, profileWords, SIDE_TITLES } from '../header/profile-words.ts';
import '../header/sides.css';
import { chooseFile } from '../parts/choose-file.ts';
import { Icon } from '../parts/icon.tsx';

/** A place for the profile before, and one for the profile after: when both are taken they are compared. */
export function StartSides() {
  return (
    <section className="start-sides" aria-label="Compare two profiles">
      {SIDES.map((side) => (
        <StartSide key={side} side={side} />
      ))}
    </section>
  );
}

function StartSide({ side }: { readonly side: SideName }) {
  const app = useApp();
  const profiles = useStore(app.profiles, (state) => state.profiles);
  const half = useStore(app.profiles, (state) => state.half);
  const profile = profiles.find(({ id }) => half?.side === side && id === half.profile);
  const title = (
    <strong>
      <span className="side-dot" data-side={side} /> {SIDE_TITLES[side]}
    </strong>
  );
  if (profile === undefined) {
    return (
      <button
        type="button"
        className="start-side"
        onClick={() => chooseFile((file) => openForSide(app, side, file))}
      >
        {title}
        <span>
          {half === null ? 'Drop a profile, or choose one…' : 'Now this one: drop it, or choose…'}
        </span>
      </button>
    );
  }
  return (
    <div className="start-side" data-taken>
      {title}
      <span>{profileWords(profile, profiles)}</span>
      <small>{originWords(profile)}</small>
      <button
        type="button"
        className="link-button"
        onClick={() => showProfile(app.profiles, profile.id)}
      >
        Look at it alone
      </button>
      <button
        type="button"
        className="icon-button small"
        aria-label={`Close ${profileWords(profile, profiles)}`}
        onClick={() => closeProfile(app, profile.id)}
      >
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
