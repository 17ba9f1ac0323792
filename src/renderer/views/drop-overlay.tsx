import { SIDES, type SideName } from '../../bridge/comparison-api.ts';
import './drop-target.css';
import { SIDE_TITLES } from './header/profile-words.ts';
import { usePlaceWords } from './header/use-place-words.ts';
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
