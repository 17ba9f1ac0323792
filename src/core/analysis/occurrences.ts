import type { StackTable } from '../profile/profile.ts';
import type { FrameIndex } from './frames.ts';

/** Where a frame is met first on the way from the outermost caller. */
export interface Occurrences {
  readonly frame: number;
  /** Rows of `stacks`, ascending; their subtrees hold all stacks with the frame, each once. */
  readonly rows: readonly number[];
}

/** Finds the outermost occurrences of a frame. */
export function findOccurrences(
  { length, location, subtreeEnd }: StackTable,
  { frameStart, frameOf }: FrameIndex,
  frame: number,
): Occurrences {
  const hasFrame = new Uint8Array(frameStart.length - 1);
  for (let i = 0; i < hasFrame.length; i++) {
    for (let at = frameStart[i]; at < frameStart[i + 1]; at++) {
      if (frameOf[at] === frame) hasFrame[i] = 1;
    }
  }
  const rows: number[] = [];
  for (let row = 0; row < length; ) {
    if (hasFrame[location[row]] === 0) {
      row++;
    } else {
      rows.push(row);
      row = subtreeEnd[row];
    }
  }
  return { frame, rows };
}
