import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../../state/use-app.ts';
import type { Framed } from '../../state/use-framed.ts';

/** A 1 for each frame that the search found; null while nothing is searched for. */
export function useHighlighted({ view, frames }: Framed): Uint8Array | null {
  const { search } = useApp();
  const result = useStore(search, (state) => (state.view === view ? state.result : null));
  const { length } = frames.columns;
  return useMemo(() => {
    if (result === null) return null;
    const highlighted = new Uint8Array(length);
    for (const frame of result.frames) highlighted[frame] = 1;
    return highlighted;
  }, [result, length]);
}
