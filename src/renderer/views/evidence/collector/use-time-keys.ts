import { type KeyboardEvent, useCallback } from 'react';
import type { Span } from '../../../../bridge/collector-api.ts';
import { movedSpan, selectWindow, widerSpan, zoomTo } from '../../../state/collector.ts';
import { useApp } from '../../../state/use-app.ts';

const STEP = 0.25;

/** The keys of the time line, which is so many seconds long. */
export function useTimeKeys(seconds: number): (event: KeyboardEvent) => void {
  const { collector } = useApp();
  return useCallback(
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { window, zoom } = collector.getState();
      const shown: Span = zoom ?? { from: 0, to: seconds };
      const direction = event.key === 'ArrowLeft' ? -1 : 1;
      switch (event.key) {
        case 'ArrowLeft':
        case 'ArrowRight':
          if (window === null) selectWindow(collector, middleOf(shown));
          else if (event.shiftKey) {
            selectWindow(collector, movedSpan(window, seconds, { endBy: direction * STEP }));
          } else selectWindow(collector, movedSpan(window, seconds, { by: direction * STEP }));
          break;
        case 'Enter':
          if (window !== null) zoomTo(collector, window);
          break;
        case '-':
          zoomTo(collector, widerSpan(shown, seconds));
          break;
        case 'Escape':
          if (window === null) zoomTo(collector, null);
          else selectWindow(collector, null);
          break;
        default:
          return;
      }
      event.preventDefault();
      event.stopPropagation();
    },
    [collector, seconds],
  );
}

/** A fifth of what is shown, in its middle. */
function middleOf({ from, to }: Span): Span {
  const length = to - from;
  return { from: from + length * 0.4, to: from + length * 0.6 };
}
