import { NARROWEST_BOX_PX } from './flame-boxes.ts';
import type { SliceWindow } from './flame-slice.ts';
import { type Pane, type Viewport, weightPerPixel } from './viewport.ts';

/** What is asked for beyond each side of the pane, as a part of its width: room to pan meanwhile. */
const MARGIN = 0.5;

/** The window of a tree to ask for, to show a viewport. */
export function windowFor(viewport: Viewport, pane: Pane, totalWeight: number): SliceWindow {
  const margin = (viewport.weightX1 - viewport.weightX0) * MARGIN;
  return {
    x0: Math.min(totalWeight, Math.max(0, viewport.weightX0 - margin)),
    x1: Math.min(totalWeight, viewport.weightX1 + margin),
    minWeight: weightPerPixel(viewport, pane) * NARROWEST_BOX_PX,
  };
}

/** Whether a window holds all that lies between the edges of a viewport, coarse or fine. */
export function covers(window: SliceWindow, viewport: Viewport): boolean {
  return window.x0 <= viewport.weightX0 && window.x1 >= viewport.weightX1;
}

/**
 * Whether a viewport asks for more than a window has. While the user moves, coarseness up to a
 * factor of two passes; at rest every box wide enough to see must be there.
 */
export function isTooLittle(
  window: SliceWindow,
  viewport: Viewport,
  pane: Pane,
  isMoving: boolean,
): boolean {
  if (!covers(window, viewport)) return true;
  const wanted = weightPerPixel(viewport, pane) * NARROWEST_BOX_PX;
  return window.minWeight > wanted * (isMoving ? 2 : 1.001);
}
