import type { FlameBoxes } from '../layout/flame-boxes.ts';

/** Space between boxes, in px. */
export const GAP = 1;

/** Where a box is drawn: the part in the pane, on the screen's pixels, its gap taken off. */
interface Edges {
  left: number;
  width: number;
}

// Reused for every box: some ten thousand in a frame.
const edges: Edges = { left: 0, width: 0 };

/**
 * The edges between which a box is drawn. The gap is taken off its right side; narrow boxes keep
 * more of themselves, and each at least one pixel of the screen.
 */
export function boxEdges(boxes: FlameBoxes, box: number, ratio: number): Readonly<Edges> {
  const viewX = boxes.viewX[box] ?? 0;
  const viewWidth = boxes.viewWidth[box] ?? 0;
  const left = snapped(Math.min(Math.max(0, viewX), boxes.pane.viewWidth - 1 / ratio), ratio);
  const right = snapped(Math.min(boxes.pane.viewWidth, viewX + viewWidth), ratio);
  const gap = right - left > 3 * GAP ? GAP : right - left > GAP ? 1 / ratio : 0;
  edges.left = left;
  edges.width = Math.max(1 / ratio, right - left - gap);
  return edges;
}

/** A length or place in px, on the screen's pixels. */
export function snapped(view: number, ratio: number): number {
  return Math.round(view * ratio) / ratio;
}
