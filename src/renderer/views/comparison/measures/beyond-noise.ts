import type { Confidence, DifferenceTable } from '../../../../bridge/comparison-api.ts';
import { evidenceAt, mayBeClaimed, verdictOf } from '../../../../core/text/comparison/evidence.ts';

/** A function's own change, as it is shown. */
export interface OwnChange {
  readonly frame: number;
  readonly delta: number;
}

/** The first rows of a report's falls or rises that sampling alone does not explain, as far as that is known. */
export function ownChangesBeyondNoise(
  table: DifferenceTable,
  confidence: Confidence,
  most: number,
): OwnChange[] {
  const changes = Array.from(table.frame, (frame, row) => ({
    frame,
    delta:
      (table.flatAfter[row] ?? 0) * table.scaleAfter -
      (table.flatBefore[row] ?? 0) * table.scaleBefore,
  }));
  if ('reason' in confidence) return changes.slice(0, most);
  const { frame: frames, flat, level } = confidence;
  const isReal = ({ frame }: OwnChange) => {
    const row = rowOf(frames, frame);
    return row >= 0 && mayBeClaimed(verdictOf(evidenceAt(flat, row), level));
  };
  return changes.filter(isReal).slice(0, most);
}

/** Where a frame stands among ascending ones; -1 when it does not. */
function rowOf(frames: Int32Array, frame: number): number {
  let [low, high] = [0, frames.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((frames[middle] ?? 0) < frame) low = middle + 1;
    else high = middle;
  }
  return frames[low] === frame ? low : -1;
}
