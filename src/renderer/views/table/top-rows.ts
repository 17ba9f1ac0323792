import type { View } from '../../../bridge/engine-api.ts';
import type { TopTable } from '../../../bridge/frames-api.ts';
import type { FrameTexts } from '../../../words/frame-texts.ts';
import { runningSums, type TopData } from '../../../words/table/top-data-columns.ts';
import { type GridRows, rowsOfFrames } from './grid-rows.ts';

/** The table as the engine gave it, with what follows from it; all in columns, by row. */
export interface TopRows extends GridRows, TopData {}

/** Works out what the table shows beside the engine's numbers. */
export function topRows(view: View, frames: FrameTexts, top: TopTable): TopRows {
  const { frame, rowCount } = top;
  const running = runningSums(top.flat);
  const rowOf = rowsOfFrames(frame, frames.columns.length);
  return { view, frames, top, length: frame.length, frame, rowCount, running, rowOf };
}
