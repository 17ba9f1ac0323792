import { useCallback } from 'react';
import type { View } from '../../bridge/engine-api.ts';
import type { FrameTexts } from '../../words/frame-texts.ts';
import { useApp } from './use-app.ts';
import { useLatest } from './use-latest.ts';

/** A view together with the frames that its frame ids refer to. */
export interface Framed {
  readonly view: View;
  readonly frames: FrameTexts;
}

/** The view as soon as its frames are there, until then the one before; null at first. */
export function useFramed(view: View): Framed | null {
  const { frames } = useApp();
  const work = useCallback(async () => ({ view, frames: await frames.get(view) }), [view, frames]);
  return useLatest(work).value;
}
