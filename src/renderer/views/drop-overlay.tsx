import { useStore } from 'zustand';
import { SIDES, type SideName } from '../../bridge/comparison-api.ts';
import { otherSide } from '../state/pairing.ts';
import { useApp } from '../state/use-app.ts';
import './drop-target.css';
import { profileWords, SIDE_TITLES } from './header/profile-words.ts';
import { Icon } from './parts/icon.tsx';

/** What is held over the window. */
export interface Held {
  /** How many files; 0 where the browser does not say. */
  readonly files: number;
  /** The place that they are held over; null for the rest of the window. */
  readonly side: SideName | null;
}

/** Where held files can be dropped, and what comes of it. */
export function DropOverlay({ held }: { readonly held: Held }) {
  const { files, side } = held;
  if (files > 1) {
    return (
      <div className="drop-overlay" role="status">
        <div className="drop-place" data-over>
          <Icon name={files === 2 ? 'swap' : 'down'} size={28} />
          <strong>{files === 2 ? 'Drop to compare' : 'Drop to open'}</strong>
          <span>
            {files === 2
              ? 'Names and times suggest which is before; they can be swapped.'
              : 'All of them: two profiles are compared, and texts go to their sides.'}
          </span>
        </div>
      </div>
    );
  }
  return (
    <div className="drop-overlay" role="status">
      <div className="drop-sides">
        {SIDES.map((name) => (
          <SidePlace key={name} side={name} isOver={side === name} />
        ))}
      </div>
      <div className="drop-place" data-over={side === null || undefined}>
        <Icon name="down" size={28} />
        <strong>Drop to open</strong>
        <span>One profile or several at once; what is open stays open.</span>
      </div>
    </div>
  );
}

function SidePlace({ side, isOver }: { readonly side: SideName; readonly isOver: boolean }) {
  const words = usePlaceWords(side);
  return (
    <div
      className="drop-place"
      data-drop-side={side}
      data-side={side}
      data-over={isOver || undefined}
    >
      <strong>
        <span className="side-dot" data-side={side} /> {SIDE_TITLES[side]}
      </strong>
      <span>{words}</span>
    </div>
  );
}

/** What comes of a drop on a side: what is there now goes, or what it is compared with. */
function usePlaceWords(side: SideName): string {
  const { profiles: store } = useApp();
  const { profiles, pair, isComparing } = useStore(store);
  const wordsOf = (id: number | null) => {
    const profile = profiles.find((open) => open.id === id);
    return profile === undefined ? null : profileWords(profile, profiles);
  };
  const other = wordsOf(otherSide({ profiles: store }, side));
  if (isComparing && pair !== null) return `in place of ${wordsOf(pair[side])}`;
  if (other === null) return 'to be compared with the next one';
  return side === 'before' ? `with ${other} as after` : `with ${other} as before`;
}
