import {
  insideGraph,
  type Orientation,
  type Pane,
  type Place,
  panBy,
  revealing,
  rowHeightFor,
  scrollBy,
  scrollLimit,
  type Viewport,
  viewXOf,
  viewYOf,
  wholeGraph,
  zoomAbout,
  zoomedTo,
} from '../../../core/layout/viewport.ts';
import { Motion, prefersStillness } from './motion.ts';

/** What a graph has in common with the one before it. */
export interface LikeBefore {
  /** Its deepest row. */
  readonly deepest: number;
  /** The box that was zoomed to, with the deepest row below it; null if the whole was seen. */
  readonly box: (Place & { readonly deepest: number }) | null;
}

/** Where a graph is looked at, and the way from there to elsewhere. */
export class FlameCamera {
  pane: Pane = { viewWidth: 0, viewHeight: 0, rowHeight: 1, orientation: 'icicle' };
  /** The deepest row of what is seen: so far can be scrolled. */
  deepest = 0;
  private at: Viewport | null = null;
  private total = 0;
  private motion: Motion | null = null;
  private isLed = false;
  private readonly listeners = new Set<(isOther: boolean) => void>();

  /**
   * Calls back whenever something else is seen, or is about to be; with true where that is another graph, and
   * nobody moved. The result ends it.
   */
  onMove(listener: (isOther: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The pane has another size, in px. */
  resizePane(viewWidth: number, viewHeight: number): void {
    this.pane = { ...this.pane, viewWidth, viewHeight };
  }

  /** Fits the height of rows to how many the graph has, and turns it. */
  fitPane(rows: number, orientation: Orientation): void {
    const rowHeight = rowHeightFor(this.pane.viewHeight, rows);
    this.pane = { ...this.pane, rowHeight, orientation };
  }

  /** What is seen at this moment; null while there is no graph. */
  get viewport(): Viewport | null {
    return this.at;
  }

  /** Weight that can be seen: that of the whole graph, or of a larger one beside it. */
  get totalWeight(): number {
    return this.total;
  }

  get isMoving(): boolean {
    return this.motion !== null || this.isLed;
  }

  /** Whether there is more of the graph above or below. */
  get canScroll(): boolean {
    return this.scrollEnd() > 0 || (this.at?.scroll ?? 0) > 0;
  }

  /** Where it is going; where it is, when it rests. */
  get aim(): Viewport | null {
    return this.motion?.target ?? this.at;
  }

  /**
   * Begins with the whole of another graph. One that is like the graph before is looked at as that was:
   * scrolled as far, and zoomed to the same box.
   */
  face(totalWeight: number, like: LikeBefore | null = null): void {
    const scroll = like === null ? 0 : Math.min(this.aim?.scroll ?? 0, this.limitOf(like.deepest));
    const whole = { ...wholeGraph(totalWeight), scroll };
    const box = like?.box ?? null;
    this.total = totalWeight;
    this.motion = null;
    this.isLed = false;
    this.at = whole;
    if (!(totalWeight > 0)) this.at = null;
    else if (box !== null) this.at = zoomedTo(whole, this.pane, box, box.deepest, totalWeight);
    this.moved(true);
  }

  /** As much can be seen from now on; the whole stays the whole. */
  extend(totalWeight: number): void {
    const { at } = this;
    if (at === null || totalWeight === this.total || !(totalWeight > 0)) return;
    const isWhole = at.weightX1 - at.weightX0 >= this.total;
    this.total = totalWeight;
    this.motion = null;
    this.at = isWhole
      ? { ...wholeGraph(totalWeight), scroll: at.scroll }
      : insideGraph(at, totalWeight);
    this.moved(true);
  }

  /** Goes on with what is under way. */
  advance(nowMillis: number): void {
    if (this.motion === null) return;
    const { target } = this.motion;
    this.at = this.motion.at(nowMillis);
    if (this.at === target) this.motion = null;
    this.moved();
  }

  /** Moves at once, as the user's hand does, or whoever sets the camera from outside. */
  jump(viewport: Viewport): void {
    this.lead(viewport, false);
  }

  /** As above, where whoever leads it is about to move on. */
  lead(viewport: Viewport, isMoving: boolean): void {
    this.motion = null;
    this.isLed = isMoving;
    this.at = insideGraph(viewport, this.total);
    this.moved();
  }

  /** Zooms to a box; what it calls reaches down to the row `deepest`. */
  zoomTo(place: Place, deepest: number): void {
    this.glide((from) => zoomedTo(from, this.pane, place, deepest, this.total));
  }

  /** Brings a box into view, and nearer if it has to be `leastWidth` px wide. */
  reveal(place: Place, leastWidth = 0): void {
    this.glide((from) => revealing(from, this.pane, place, this.total, leastWidth));
  }

  reset(): void {
    this.glide(() => wholeGraph(this.total));
  }

  /** Zooms by a factor about what is seen of a box, or about the middle of the pane where that is nothing. */
  zoom(factor: number, place: Place): void {
    this.glide((from) => {
      const { left, right } = this.edgesOf(place, from);
      const { viewWidth } = this.pane;
      const middle = left < right ? (left + right) / 2 : viewWidth / 2;
      return zoomAbout(from, this.pane, middle, factor, this.total);
    });
  }

  /** Moves by a part of the pane's size, sideways and away from the root. */
  shift(partX: number, partAway: number): void {
    const { viewWidth, viewHeight } = this.pane;
    this.glide((from) => {
      const panned = panBy(from, this.pane, -partX * viewWidth, this.total);
      return scrollBy(panned, partAway * viewHeight, this.scrollEnd());
    });
  }

  /** Zooms by a factor about a place of the pane, at once. */
  zoomNow(factor: number, viewX: number): void {
    if (this.at !== null) this.jump(zoomAbout(this.at, this.pane, viewX, factor, this.total));
  }

  /** Moves the graph under the pane, by px to the right and down, at once. */
  dragNow(viewDx: number, viewDy: number): void {
    if (this.at === null) return;
    const away = this.pane.orientation === 'icicle' ? -viewDy : viewDy;
    const panned = panBy(this.at, this.pane, viewDx, this.total);
    this.jump(scrollBy(panned, away, this.scrollEnd()));
  }

  /** Where a box is on screen; null if it is not in view. */
  rectOf(place: Place): { left: number; top: number; width: number; height: number } | null {
    const { at, pane } = this;
    if (at === null) return null;
    const { left, right } = this.edgesOf(place, at);
    const top = viewYOf(at, pane, place.depth);
    if (right < left || top + pane.rowHeight < 0 || top > pane.viewHeight) return null;
    return { left, top, width: right - left, height: pane.rowHeight };
  }

  /** Where what is seen of a box begins and ends; it ends before it begins where that is nothing. */
  private edgesOf({ x, weight }: Place, from: Viewport): { left: number; right: number } {
    const { pane } = this;
    return {
      left: Math.max(0, viewXOf(from, pane, x)),
      right: Math.min(pane.viewWidth, viewXOf(from, pane, x + weight)),
    };
  }

  /** Moves over the time that an eye needs to follow, on from where it is going already. */
  private glide(aim: (from: Viewport) => Viewport): void {
    const { at } = this;
    const from = this.aim;
    if (at === null || from === null) return;
    const target = aim(from);
    if (isSame(from, target)) return;
    if (prefersStillness()) {
      this.jump(target);
      return;
    }
    this.motion = new Motion(at, target, performance.now());
    this.isLed = false;
    this.moved();
  }

  private moved(isOther = false): void {
    for (const listener of this.listeners) listener(isOther);
  }

  private scrollEnd(): number {
    return this.limitOf(this.deepest);
  }

  private limitOf(deepest: number): number {
    return scrollLimit(this.pane, deepest);
  }
}

function isSame(one: Viewport, other: Viewport): boolean {
  return (
    one.weightX0 === other.weightX0 &&
    one.weightX1 === other.weightX1 &&
    one.scroll === other.scroll
  );
}
