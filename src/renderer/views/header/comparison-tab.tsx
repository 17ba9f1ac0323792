import { useStore } from 'zustand';
import { endComparison, returnToComparison } from '../../state/profiles.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { profileWords } from './profile-words.ts';
import { usePair } from './use-pair.ts';

/** The comparison that was left for a profile: click to look at it again, or end it. */
export function ComparisonTab() {
  const { profiles: store } = useApp();
  const pair = usePair();
  const profiles = useStore(store, (state) => state.profiles);
  if (pair === null) return null;
  const [before, after] = [pair.before, pair.after].map((side) => profileWords(side, profiles));
  return (
    <li className="profile-tab comparison-tab">
      <button
        type="button"
        className="profile-tab-name"
        title={`${before} → ${after}`}
        onClick={() => returnToComparison(store)}
      >
        <Icon name="swap" size={14} />
        <span>Comparison</span>
        <span className="visually-hidden">
          of {before} with {after}
        </span>
      </button>
      <button
        type="button"
        className="icon-button small"
        aria-label="End the comparison"
        onClick={() => endComparison(store)}
      >
        <Icon name="close" size={14} />
      </button>
    </li>
  );
}
