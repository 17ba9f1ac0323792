import { useStore } from 'zustand';
import type { ScreenState } from '../../state/screen.ts';
import { useApp } from '../../state/use-app.ts';

const displays: readonly (readonly [ScreenState['display'], string])[] = [
  ['graph', 'Graph'],
  ['tree', 'Tree'],
];

/** Switches between the flame graph and the same data as a tree to walk. */
export function DisplaySwitch() {
  const { screen } = useApp();
  const display = useStore(screen, (state) => state.display);
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">Show the call tree as</legend>
      {displays.map(([value, words]) => (
        <button
          key={value}
          type="button"
          aria-pressed={display === value}
          onClick={() => screen.setState({ display: value })}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}
