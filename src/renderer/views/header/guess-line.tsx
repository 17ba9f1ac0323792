import { useStore } from 'zustand';
import { swapSides } from '../../state/sides.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../parts/icon.tsx';
import { profileWords } from './profile-words.ts';
import { usePair } from './use-pair.ts';

/** Why the one profile is taken for the one before, where the user did not say so; with the way to say otherwise. */
export function GuessLine() {
  const app = useApp();
  const pair = usePair();
  const profiles = useStore(app.profiles, (state) => state.profiles);
  const guess = useStore(app.profiles, (state) => (state.isComparing ? state.guess : null));
  if (guess === null || pair === null) return null;
  return (
    <section className="guess-line" aria-label="Which side is which" aria-live="polite">
      <span className="side-dot" data-side="before" />
      <p>
        {profileWords(pair.before, profiles)} is before, since {guess}.
      </p>
      <button type="button" className="link-button" onClick={() => swapSides(app)}>
        Swap before and after
      </button>
      <button
        type="button"
        className="icon-button small"
        aria-label="That is right"
        title="That is right"
        onClick={() => app.profiles.setState({ guess: null })}
      >
        <Icon name="close" size={14} />
      </button>
    </section>
  );
}
