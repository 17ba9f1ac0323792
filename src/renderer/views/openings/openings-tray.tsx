import { useStore } from 'zustand';
import { useApp } from '../../state/use-app.ts';
import { OpeningRow } from './opening-row.tsx';
import './openings.css';

/** The files that are being opened, in a corner of the window. */
export function OpeningsTray() {
  const { profiles } = useApp();
  const openings = useStore(profiles, (state) => state.openings);
  if (openings.length === 0) return null;
  return (
    <section className="openings popup" aria-label="Files being opened">
      <ul>
        {openings.map((opening) => (
          <OpeningRow key={opening.opening} opening={opening} />
        ))}
      </ul>
    </section>
  );
}
