import type { TopTable, View } from '../../../bridge/engine-api.ts';
import type { FrameTexts } from '../../state/frame-texts.ts';

/** The table as the engine gave it, with what follows from it; all in columns, by row. */
export interface TopRows {
  readonly view: View;
  readonly frames: FrameTexts;
  readonly top: TopTable;
  readonly length: number;
  /** Sum of the flat values down to a row. */
  readonly running: Float64Array;
  /** The row of each frame; -1 for frames that have none. */
  readonly rowOf: Int32Array;
}

/** Works out what the table shows beside the engine's numbers. */
export function topRows(view: View, frames: FrameTexts, top: TopTable): TopRows {
  const { length } = top.frame;
  const running = new Float64Array(length);
  const rowOf = new Int32Array(frames.columns.length).fill(-1);
  let sum = 0;
  for (let row = 0; row < length; row++) {
    sum += top.flat[row] ?? 0;
    running[row] = sum;
    rowOf[top.frame[row] ?? 0] = row;
  }
  return { view, frames, top, length, running, rowOf };
}
