import { rowsWhere } from '../rows.ts';
import type { FrameSums } from '../top.ts';

/** Flat and cum of every frame on both sides. */
export interface ComparedSums {
  readonly before: FrameSums;
  readonly after: FrameSums;
  /** Frames that are not zero in all four columns, ascending. */
  readonly changed: Int32Array;
}

/** Puts the sums of both sides, whose rows are the same frames, together. */
export function comparedSums(before: FrameSums, after: FrameSums): ComparedSums {
  const changed = rowsWhere(
    before.flat.length,
    (frame) =>
      before.flat[frame] !== 0 ||
      before.cum[frame] !== 0 ||
      after.flat[frame] !== 0 ||
      after.cum[frame] !== 0,
  );
  return { before, after, changed };
}
