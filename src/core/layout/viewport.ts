/** Where the root stands: on top with its callees hanging below, or at the bottom. */
export type Orientation = 'icicle' | 'flame';

/** The part of a flame graph that is shown. Positions in the graph are weight units, as in FlameSlice. */
export interface Viewport {
  readonly weightX0: number;
  readonly weightX1: number;
  /** How far the root's edge of the graph is scrolled out of the pane, in px. */
  readonly scroll: number;
}

/** The rectangle on screen that shows it; all lengths are px independent of the screen's density. */
export interface Pane {
  readonly viewWidth: number;
  readonly viewHeight: number;
  readonly rowHeight: number;
  readonly orientation: Orientation;
}

/** The whole graph, from its root on. */
export function wholeGraph(totalWeight: number): Viewport {
  return { weightX0: 0, weightX1: totalWeight, scroll: 0 };
}

/** Weight units that one px stands for. */
export function weightPerPixel(viewport: Viewport, pane: Pane): number {
  return (viewport.weightX1 - viewport.weightX0) / pane.viewWidth;
}

/** From the graph to the screen; `weightXAt` is the way back. */
export function viewXOf(viewport: Viewport, pane: Pane, weightX: number): number {
  return (weightX - viewport.weightX0) / weightPerPixel(viewport, pane);
}

/** From the screen to the graph. */
export function weightXAt(viewport: Viewport, pane: Pane, viewX: number): number {
  return viewport.weightX0 + viewX * weightPerPixel(viewport, pane);
}

/** Upper edge of a row of boxes. */
export function viewYOf(viewport: Viewport, pane: Pane, depth: number): number {
  return pane.orientation === 'icicle'
    ? depth * pane.rowHeight - viewport.scroll
    : pane.viewHeight - (depth + 1) * pane.rowHeight + viewport.scroll;
}

/** The row of boxes at a height; negative, or deeper than any box, where there is none. */
export function depthAt(viewport: Viewport, pane: Pane, viewY: number): number {
  const fromRoot = pane.orientation === 'icicle' ? viewY : pane.viewHeight - viewY;
  const row = (fromRoot + viewport.scroll) / pane.rowHeight;
  return pane.orientation === 'icicle' ? Math.floor(row) : Math.ceil(row) - 1;
}

/**
 * The narrowest window that can be shown. Positions are doubles: near `totalWeight` they are
 * totalWeight × 2^-53 apart at best. With 2^-38 of the total in a window, a pane of 4096 px still has
 * 2^3 of them to each px, so that boxes stand where they belong to an eighth of a px.
 */
export function narrowestSpan(totalWeight: number): number {
  return totalWeight * 2 ** -38;
}

/** The viewport moved and stretched as little as needed to lie inside the graph. */
export function insideGraph(viewport: Viewport, totalWeight: number): Viewport {
  const wanted = viewport.weightX1 - viewport.weightX0;
  const span = Math.min(totalWeight, Math.max(wanted, narrowestSpan(totalWeight)));
  const middle = (viewport.weightX0 + viewport.weightX1) / 2;
  const start = wanted === span ? viewport.weightX0 : middle - span / 2;
  const weightX0 = Math.min(Math.max(0, start), totalWeight - span);
  const weightX1 = wanted === span && weightX0 === start ? viewport.weightX1 : weightX0 + span;
  return { weightX0, weightX1, scroll: viewport.scroll };
}

/**
 * Zooms in by a factor (out, if it is less than 1), leaving in its place what is under the pointer.
 * Only at the edges of the graph does that place give way.
 */
export function zoomAbout(
  viewport: Viewport,
  pane: Pane,
  viewX: number,
  factor: number,
  totalWeight: number,
): Viewport {
  const span = viewport.weightX1 - viewport.weightX0;
  const wanted = Math.min(totalWeight, Math.max(span / factor, narrowestSpan(totalWeight)));
  const weightX0 = weightXAt(viewport, pane, viewX) - (viewX / pane.viewWidth) * wanted;
  return insideGraph({ ...viewport, weightX0, weightX1: weightX0 + wanted }, totalWeight);
}

/** Moves the graph sideways under the pane, by px to the right. */
export function panBy(
  viewport: Viewport,
  pane: Pane,
  viewDx: number,
  totalWeight: number,
): Viewport {
  const shift = viewDx * weightPerPixel(viewport, pane);
  const weightX0 = viewport.weightX0 - shift;
  return insideGraph({ ...viewport, weightX0, weightX1: viewport.weightX1 - shift }, totalWeight);
}

/** How far a graph whose deepest shown row is `deepest` can be scrolled, in px. */
export function scrollLimit(pane: Pane, deepest: number): number {
  return Math.max(0, (deepest + 1) * pane.rowHeight - pane.viewHeight);
}

/**
 * Scrolls away from the root by px. A viewport beyond the limit stays where it is until it is
 * scrolled back, so that zooming never moves what the user did not move.
 */
export function scrollBy(viewport: Viewport, viewDy: number, limit: number): Viewport {
  const farthest = Math.max(limit, viewport.scroll);
  return { ...viewport, scroll: Math.min(Math.max(0, viewport.scroll + viewDy), farthest) };
}

/** A box's place, as far as a viewport cares. */
export interface Place {
  readonly depth: number;
  readonly x: number;
  readonly weight: number;
}

/**
 * The viewport that a box fills from edge to edge. It scrolls only if what the box calls, down to the
 * row `deepest`, would not fit below it, and then no farther than leaves two fifths of the pane to its
 * callers.
 */
export function zoomedTo(
  viewport: Viewport,
  pane: Pane,
  place: Place,
  deepest: number,
  totalWeight: number,
): Viewport {
  const fromRoot = place.depth * pane.rowHeight;
  const needed = Math.min(scrollLimit(pane, deepest), fromRoot - pane.viewHeight * 0.4);
  const scroll = Math.max(
    Math.min(viewport.scroll, Math.max(0, fromRoot - pane.rowHeight)),
    needed,
  );
  return insideGraph({ weightX0: place.x, weightX1: place.x + place.weight, scroll }, totalWeight);
}

/**
 * The viewport moved just so far that a box can be seen; without zooming, unless the box has to be
 * `leastWidth` px wide and is not.
 */
export function revealing(
  viewport: Viewport,
  pane: Pane,
  place: Place,
  totalWeight: number,
  leastWidth = 0,
): Viewport {
  const now = viewport.weightX1 - viewport.weightX0;
  const span = leastWidth > 0 ? Math.min(now, (place.weight / leastWidth) * pane.viewWidth) : now;
  const right = place.x + place.weight;
  let { weightX0, scroll } = viewport;
  const isSeen = place.x < viewport.weightX1 && right > viewport.weightX0;
  const isWhole = place.x >= viewport.weightX0 && right <= viewport.weightX1;
  if (place.weight > span) {
    if (!isSeen) weightX0 = place.x;
  } else if (!isWhole || span < now) {
    weightX0 = place.x + place.weight / 2 - span / 2;
  }
  const fromRoot = place.depth * pane.rowHeight;
  scroll = Math.min(scroll, Math.max(0, fromRoot - pane.rowHeight));
  scroll = Math.max(scroll, fromRoot + 2 * pane.rowHeight - pane.viewHeight);
  const weightX1 = weightX0 === viewport.weightX0 ? viewport.weightX1 : weightX0 + span;
  return insideGraph({ weightX0, weightX1, scroll }, totalWeight);
}

/**
 * A step of the way from one viewport to another, 0 ≤ progress ≤ 1. The scale changes by equal ratios
 * in equal times, which the eye reads as even speed at any zoom.
 */
export function between(from: Viewport, to: Viewport, progress: number): Viewport {
  if (progress >= 1) return to;
  const span0 = from.weightX1 - from.weightX0;
  const span1 = to.weightX1 - to.weightX0;
  const span = span0 * (span1 / span0) ** progress;
  const isPan = Math.abs(span1 - span0) < 1e-9 * span0;
  const part = isPan ? progress : (span - span0) / (span1 - span0);
  const weightX0 = from.weightX0 + (to.weightX0 - from.weightX0) * part;
  const scroll = from.scroll + (to.scroll - from.scroll) * progress;
  return { weightX0, weightX1: weightX0 + span, scroll };
}

/** Row heights in px: what a line of text needs, and what looks good where there is room. */
const LOWEST_ROW = 19;
const HIGHEST_ROW = 26;

/** Height of a row for a graph of so many rows: a shallow graph may take more of its pane. */
export function rowHeightFor(viewHeight: number, rows: number): number {
  const even = Math.floor(viewHeight / Math.max(1, rows + 1));
  return Math.min(HIGHEST_ROW, Math.max(LOWEST_ROW, even));
}
