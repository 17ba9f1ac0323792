import { useStore } from 'zustand';
import { swapSides } from '../../state/sides.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { profileWords } from './profile-words.ts';
import { SideChip } from './side-chip.tsx';
import './sides.css';
import { usePair } from './use-pair.ts';

/** The two sides of the comparison on screen, and what swaps them. */
export function ComparedSides() {
  const app = useApp();
  const pair = usePair();
  const profiles = useStore(app.profiles, (state) => state.profiles);
  const isComparing = useStore(app.profiles, (state) => state.isComparing);
  if (pair === null || !isComparing) return null;
  return (
    <fieldset className="compared-sides" aria-labelledby="compared-title">
      <h1 id="compared-title" className="visually-hidden">
        {profileWords(pair.before, profiles)} compared with {profileWords(pair.after, profiles)}
      </h1>
      <SideChip side="before" profile={pair.before} />
      <button
        type="button"
        className="icon-button"
        aria-label="Swap before and after"
        aria-keyshortcuts="x"
        title="Swap before and after (X)"
        onClick={() => swapSides(app)}
      >
        <Icon name="swap" />
      </button>
      <SideChip side="after" profile={pair.after} />
    </fieldset>
  );
}
