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
  /** Average size of an object that a function itself allocates; NaN for none; null without objects. */
  readonly average: Float64Array | null;
  /** The row of each frame; -1 for frames that have none. */
  readonly rowOf: Int32Array;
}

/** The flat values of the two sample types whose quotient is an average size. */
export interface AverageParts {
  readonly objects: TopTable;
  readonly space: TopTable;
}

/** Works out what the table shows beside the engine's numbers. */
export function topRows(
  view: View,
  frames: FrameTexts,
  top: TopTable,
  parts: AverageParts | null,
): TopRows {
  const { length } = top.frame;
  const running = new Float64Array(length);
  const rowOf = new Int32Array(frames.columns.length).fill(-1);
  let sum = 0;
  for (let row = 0; row < length; row++) {
    sum += top.flat[row] ?? 0;
    running[row] = sum;
    rowOf[top.frame[row] ?? 0] = row;
  }
  const average = parts === null ? null : averages(top, frames.columns.length, parts);
  return { view, frames, top, length, running, average, rowOf };
}

function averages(top: TopTable, frameCount: number, { objects, space }: AverageParts) {
  const objectsOf = flatByFrame(objects, frameCount);
  const spaceOf = flatByFrame(space, frameCount);
  return Float64Array.from(top.frame, (frame) => {
    const count = objectsOf[frame] ?? 0;
    return count === 0 ? Number.NaN : (spaceOf[frame] ?? 0) / count;
  });
}

function flatByFrame({ frame, flat }: TopTable, frameCount: number): Float64Array {
  const values = new Float64Array(frameCount);
  for (let row = 0; row < frame.length; row++) values[frame[row] ?? 0] = flat[row] ?? 0;
  return values;
}
