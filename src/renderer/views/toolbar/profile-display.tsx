import { useStore } from 'zustand';
import type { ScreenState } from '../../../bridge/screen-state.ts';
import { turnToSource } from '../../state/reading-source.ts';
import { useApp } from '../../state/use-app.ts';
import { Segmented } from '../parts/segmented.tsx';

type Display = ScreenState['display'] | 'source';

const displays: readonly (readonly [Display, string])[] = [
  ['graph', 'Graph'],
  ['tree', 'Tree'],
  ['source', 'Source'],
];

/** Switches between the flame graph, the same data as a tree to walk, and the source of the selected function. */
export function ProfileDisplay() {
  const app = useApp();
  const { screen } = app;
  const display = useStore(screen, (state) => state.display);
  const isSource = useStore(app.source, (state) => state.isShown);
  return (
    <Segmented
      legend="Show"
      choices={displays}
      value={isSource ? 'source' : display}
      onChange={(chosen) => {
        turnToSource(app, chosen === 'source');
        if (chosen !== 'source') screen.setState({ display: chosen });
      }}
    />
  );
}
