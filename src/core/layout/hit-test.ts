import type { FlameBoxes } from './flame-boxes.ts';
import { depthAt } from './viewport.ts';

/** A box this near to the pointer is meant, if none is under it: many are a fraction of a px wide. */
const REACH_PX = 1.5;

/**
 * The box under a point of the pane, by its place in the columns; -1 if there is none. Where boxes
 * are too narrow to be pointed at, the nearest in that row within a px and a half.
 */
export function boxAt(boxes: FlameBoxes, viewX: number, viewY: number): number {
  const wanted = depthAt(boxes.viewport, boxes.pane, viewY);
  let nearest = -1;
  let distance = REACH_PX;
  for (let box = 0; box < boxes.length; box++) {
    if (boxes.depth[box] !== wanted) continue;
    const left = boxes.viewX[box] - viewX;
    const right = left + boxes.viewWidth[box];
    if (left <= 0 && right > 0) return box;
    const away = left > 0 ? left : -right;
    if (away < distance) {
      nearest = box;
      distance = away;
    }
  }
  return nearest;
}
