import type { FlameSlice, SliceWindow } from '../../../core/layout/flame-slice.ts';
import { covers, isTooLittle, windowFor } from '../../../core/layout/slice-window.ts';
import type { Pane, Viewport } from '../../../core/layout/viewport.ts';

export type RequestSlice = (window: SliceWindow | null) => Promise<FlameSlice>;

/** A slice, and the window it was cut for. */
interface Cut {
  readonly slice: FlameSlice;
  readonly window: SliceWindow;
}

/**
 * The slices of one tree that are at hand. One request is under way at a time; what it brings is
 * shown at once, and whatever is still missing then, for the viewport of that moment, is asked for
 * next. So no answer is ever older than the one shown, and the engine is not flooded.
 */
export class SliceFeed {
  private readonly request: RequestSlice;
  private readonly onChange: () => void;
  private readonly onFailure: (thrown: unknown) => void;
  private overview: Cut | null = null;
  private detail: Cut | null = null;
  private isAskingNow = false;
  private isOver = false;
  /** What the engine refused is not asked for again until something else is wanted. */
  private failedFor: Viewport | null = null;

  constructor(request: RequestSlice, onChange: () => void, onFailure: (thrown: unknown) => void) {
    this.request = request;
    this.onChange = onChange;
    this.onFailure = onFailure;
    this.ask(null, null);
  }

  get isAsking(): boolean {
    return this.isAskingNow;
  }

  /** The whole graph, in whatever detail; null until it has arrived. */
  get whole(): FlameSlice | null {
    return this.overview?.slice ?? null;
  }

  /** The best slice at hand for a viewport. */
  best(viewport: Viewport): FlameSlice | null {
    if (this.detail !== null && covers(this.detail.window, viewport)) return this.detail.slice;
    return this.whole;
  }

  /** Asks for what is missing to show a viewport. */
  want(viewport: Viewport, pane: Pane, isMoving: boolean): void {
    if (this.isAskingNow || this.overview === null || viewport === this.failedFor) return;
    if (!isTooLittle(this.overview.window, viewport, pane, isMoving)) return;
    if (this.detail !== null && !isTooLittle(this.detail.window, viewport, pane, isMoving)) return;
    const total = this.overview.slice.weight[0] ?? 0;
    if (total > 0 && pane.viewWidth > 0) this.ask(windowFor(viewport, pane, total), viewport);
  }

  /** Ends it: answers that are still to come are dropped. */
  stop(): void {
    this.isOver = true;
  }

  private ask(window: SliceWindow | null, viewport: Viewport | null): void {
    this.isAskingNow = true;
    this.request(window)
      .then(
        (slice) => {
          if (!this.isOver) this.adopt(slice, window);
        },
        (thrown: unknown) => {
          this.failedFor = viewport;
          if (!this.isOver) this.onFailure(thrown);
        },
      )
      .finally(() => {
        this.isAskingNow = false;
        if (!this.isOver) this.onChange();
      });
  }

  private adopt(slice: FlameSlice, window: SliceWindow | null): void {
    const total = slice.weight[0] ?? 0;
    // How fine the engine cuts unasked is its own business: assume nothing.
    const asked = window ?? { x0: 0, x1: total, minWeight: Infinity };
    // Beyond the graph there is nothing to miss: beside a larger one it may be seen past its end.
    const cut = { slice, window: { ...asked, x1: asked.x1 >= total ? Infinity : asked.x1 } };
    const isWhole = cut.window.x0 <= 0 && cut.window.x1 >= total;
    const isFiner = cut.window.minWeight <= (this.overview?.window.minWeight ?? Infinity);
    if (isWhole && isFiner) this.overview = cut;
    else this.detail = cut;
  }
}
