import type { View } from '../../../bridge/engine-api.ts';
import type { FrameTexts } from '../../../words/frame-texts.ts';
import { useApp } from '../../state/use-app.ts';
import { changeView } from '../../state/views.ts';

/** Focuses on a function; null where that is done. Its name says which only where functions are told apart. */
export function useFocusOn(view: View, frames: FrameTexts, frame: number): (() => void) | null {
  const app = useApp();
  const name = frames.rawName(frame);
  const isFocused = view.focus?.kind === 'frame' && view.focus.name === name;
  if (isFocused || view.granularity !== 'functions') return null;
  const nameBefore = frames.rawNameBefore(frame);
  return () => changeView(app.views, view, { focus: { kind: 'frame', name, nameBefore } });
}
