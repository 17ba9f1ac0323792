import { useStore } from 'zustand';
import type { ScreenState } from '../../../bridge/screen-state.ts';
import { useApp } from '../../state/use-app.ts';
import { Segmented } from '../parts/segmented.tsx';

const displays: readonly (readonly [ScreenState['display'], string])[] = [
  ['graph', 'Graph'],
  ['tree', 'Tree'],
];

/** Switches between the flame graph and the same data as a tree to walk. */
export function DisplaySwitch() {
  const { screen } = useApp();
  const display = useStore(screen, (state) => state.display);
  return (
    <Segmented
      legend="Show the call tree as"
      choices={displays}
      value={display}
      onChange={(chosen) => screen.setState({ display: chosen })}
    />
  );
}
