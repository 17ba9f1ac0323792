import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../../bridge/engine-api.ts';
import { useApp } from '../../state/use-app.ts';
import { type LatestValue, useLatest } from '../../state/use-latest.ts';
import { type ListedProfile, readSide, type SourceSide } from './source-side.ts';

/** The source of a function of a view. */
export interface Source {
  readonly view: View;
  readonly frame: number;
  readonly sides: readonly SourceSide[];
}

/** The source of a function, on the side of each profile; null while none is selected, and at first. */
export function useSource(
  view: View,
  profiles: readonly ListedProfile[],
  frame: number | null,
): LatestValue<Source> {
  const app = useApp();
  const reading = useStore(app.source, (state) => state.reading);
  const work = useCallback(async () => {
    // Only to be worked out again for another one.
    void reading;
    const listings = await app.ask('listing', { view, frame: frame ?? 0 });
    const sides = profiles.map((profile, at) => {
      const listing = listings[at];
      if (listing === undefined) throw new Error('The engine did not list both sides.');
      return readSide(app, profile, listing);
    });
    return { view, frame: frame ?? 0, sides: await Promise.all(sides) };
  }, [app, view, profiles, frame, reading]);
  return useLatest(frame === null ? null : work);
}
