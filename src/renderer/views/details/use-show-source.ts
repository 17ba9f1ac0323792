import { useStore } from 'zustand';
import type { View } from '../../../bridge/engine-api.ts';
import { showSource } from '../../state/reading-source.ts';
import { useApp } from '../../state/use-app.ts';

/** Shows the source of a function; null where source is shown already. */
export function useShowSource(view: View, frame: number): (() => void) | null {
  const app = useApp();
  const isShown = useStore(app.source, (state) => state.isShown);
  return isShown ? null : () => showSource(app, view, frame);
}
