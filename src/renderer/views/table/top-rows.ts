import type { TopTable, View } from '../../../bridge/engine-api.ts';
import type { FrameTexts } from '../../../words/frame-texts.ts';
import { type GridRows, rowsOfFrames } from './grid-rows.ts';

/** The table as the engine gave it, with what follows from it; all in columns, by row. */
export interface TopRows extends GridRows {
  readonly frames: FrameTexts;
  readonly top: TopTable;
  /** Sum of the flat values down to a row. */
  readonly running: Float64Array;
}

/** Works out what the table shows beside the engine's numbers. */
export function topRows(view: View, frames: FrameTexts, top: TopTable): TopRows {
  const { frame, rowCount } = top;
  const running = new Float64Array(frame.length);
  let sum = 0;
  for (let row = 0; row < frame.length; row++) {
    sum += top.flat[row] ?? 0;
    running[row] = sum;
  }
  const rowOf = rowsOfFrames(frame, frames.columns.length);
  return { view, frames, top, length: frame.length, frame, rowCount, running, rowOf };
}
