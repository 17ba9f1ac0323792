import { drawMap } from '../../../core/drawing/draw-map.ts';
import { emptyBoxes, layoutBoxes } from '../../../core/layout/flame-boxes.ts';
import { type Pane, wholeGraph } from '../../../core/layout/viewport.ts';
import { CanvasLayer } from '../../canvas/canvas-layer.ts';
import { deepestRow } from './boxes-of-slice.ts';
import type { FlameStage } from './flame-stage.ts';
import { FrameLoop } from './frame-loop.ts';

/** Height of the overview, in px; flame-graph.css says so too. */
const MAP_HEIGHT = 34;

const TALLEST_ROW = 8;
/** The lens, however little it shows of the graph, can be seen and held: px. */
const SMALLEST_LENS = 5;

/** The overview of the whole graph, with a lens over the part that the pane shows. */
export class FlameMap {
  private readonly layer: CanvasLayer;
  private readonly lens: HTMLElement;
  private readonly stage: FlameStage;
  private readonly boxes = emptyBoxes();
  private drawnVersion = -1;
  /** A frame later than the graph: both at once would keep the page from answering for too long. */
  private readonly loop = new FrameLoop(() => {
    this.draw();
    this.loop.rest(false);
  });
  private pane: Pane = {
    viewWidth: 0,
    viewHeight: MAP_HEIGHT,
    rowHeight: 1,
    orientation: 'icicle',
  };

  constructor(canvas: HTMLCanvasElement, lens: HTMLElement, stage: FlameStage) {
    this.layer = new CanvasLayer(canvas);
    this.lens = lens;
    this.stage = stage;
  }

  resize(viewWidth: number, ratio: number): void {
    this.pane = { ...this.pane, viewWidth };
    this.layer.resize(viewWidth, MAP_HEIGHT, ratio);
    const wasDrawn = this.drawnVersion >= 0;
    this.drawnVersion = -1;
    // A resized canvas is blank: what was there already must not flicker.
    if (wasDrawn) this.draw();
    else this.follow();
  }

  /** Shows what the stage shows now: the lens at once, the boxes, if they changed, a frame later. */
  follow(): void {
    const { stage } = this;
    if (stage.whole !== null && stage.scene.lookVersion === this.drawnVersion) this.placeLens();
    else this.loop.request();
  }

  /** Ends it. */
  stop(): void {
    this.loop.stop();
  }

  private draw(): void {
    const { stage } = this;
    const slice = stage.whole;
    if (slice === null || !(stage.camera.totalWeight > 0)) {
      this.layer.clear();
      this.drawnVersion = -1;
      return;
    }
    this.drawnVersion = stage.scene.lookVersion;
    const { orientation } = stage.camera.pane;
    const even = MAP_HEIGHT / (deepestRow(slice) + 1);
    // Whole pixels where there is one for each row: between others a seam would show.
    const snapped = Math.floor(even * stage.scene.density) / stage.scene.density;
    const rowHeight = Math.min(TALLEST_ROW, snapped || even);
    this.pane = { ...this.pane, rowHeight, orientation };
    layoutBoxes(slice, wholeGraph(stage.camera.totalWeight), this.pane, this.boxes);
    drawMap(this.layer.ctx, this.boxes, stage.lookOf(slice), stage.scene.density);
    this.placeLens();
  }

  /** Moves the lens by px of the overview. */
  drag(viewDx: number, viewDy: number): void {
    const viewport = this.stage.camera.viewport;
    if (viewport === null) return;
    const main = this.stage.camera.pane;
    const span = viewport.weightX1 - viewport.weightX0;
    const part = span / this.stage.camera.totalWeight;
    const mainDx = (-viewDx / this.pane.viewWidth / part) * main.viewWidth;
    this.stage.camera.dragNow(mainDx, (-viewDy / this.pane.rowHeight) * main.rowHeight);
  }

  /** Puts the middle of the lens at a place of the overview. */
  center(viewX: number): void {
    const viewport = this.stage.camera.viewport;
    if (viewport === null) return;
    const half = (viewport.weightX1 - viewport.weightX0) / 2;
    const middle = this.weightAt(viewX);
    this.stage.camera.jump({ ...viewport, weightX0: middle - half, weightX1: middle + half });
  }

  /** Makes the lens reach from one place of the overview to another. */
  span(viewX0: number, viewX1: number): void {
    const viewport = this.stage.camera.viewport;
    if (viewport === null) return;
    const weightX0 = this.weightAt(Math.min(viewX0, viewX1));
    const weightX1 = this.weightAt(Math.max(viewX0, viewX1));
    if (weightX1 > weightX0) {
      this.stage.camera.jump({ ...viewport, weightX0, weightX1 });
    }
  }

  reset(): void {
    this.stage.camera.reset();
  }

  /** Left and right edge of the lens, in px of the overview. */
  get lensEdges(): { left: number; right: number } {
    const viewport = this.stage.camera.viewport;
    const perWeight = this.pane.viewWidth / this.stage.camera.totalWeight;
    if (viewport === null || !Number.isFinite(perWeight)) return { left: 0, right: 0 };
    return { left: viewport.weightX0 * perWeight, right: viewport.weightX1 * perWeight };
  }

  /** Whether the lens is as wide as the graph: then a drag draws a new one. */
  get isWide(): boolean {
    const { left, right } = this.lensEdges;
    return right - left >= this.pane.viewWidth * 0.9999;
  }

  private weightAt(viewX: number): number {
    const part = Math.min(1, Math.max(0, viewX / this.pane.viewWidth));
    return part * this.stage.camera.totalWeight;
  }

  private placeLens(): void {
    const { left, right } = this.lensEdges;
    const { rowHeight } = this.pane;
    const main = this.stage.camera.pane;
    const scroll = this.stage.camera.viewport?.scroll ?? 0;
    let top = 0;
    let height = MAP_HEIGHT;
    if (this.stage.camera.canScroll) {
      top = (scroll / main.rowHeight) * rowHeight;
      const seen = (main.viewHeight / main.rowHeight) * rowHeight;
      height = Math.min(MAP_HEIGHT, Math.max(SMALLEST_LENS, seen));
      top = Math.min(top, MAP_HEIGHT - height);
      if (main.orientation === 'flame') top = MAP_HEIGHT - height - top;
    }
    const { style, dataset } = this.lens;
    style.left = `${left}px`;
    style.width = `${Math.max(SMALLEST_LENS, right - left)}px`;
    style.top = `${top}px`;
    style.height = `${height}px`;
    dataset['whole'] = String(this.isWide);
    dataset['idle'] = String(this.isWide && !this.stage.camera.canScroll);
  }
}

/** Lets the pointer move, stretch and draw the lens. The result ends it. */
export function listenToMap(element: HTMLElement, map: FlameMap): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  /** What a press does as it moves: the place that stays, if it stretches; otherwise it shifts. */
  let held: { anchor: number | null; x: number; y: number } | null = null;

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      const x = event.clientX - element.getBoundingClientRect().left;
      const { left, right } = map.lensEdges;
      const edge = event.target instanceof HTMLElement ? event.target.dataset['edge'] : undefined;
      let anchor: number | null = null;
      if (edge === 'left') anchor = right;
      else if (edge === 'right') anchor = left;
      else if (map.isWide) anchor = x;
      else if (x < left || x > right) map.center(x);
      held = { anchor, x, y: event.clientY };
      element.setPointerCapture(event.pointerId);
      event.preventDefault();
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (held === null) return;
      const x = event.clientX - element.getBoundingClientRect().left;
      map.drag(held.anchor === null ? x - held.x : 0, event.clientY - held.y);
      if (held.anchor !== null && Math.abs(x - held.anchor) > 2) map.span(held.anchor, x);
      held = { ...held, x, y: event.clientY };
    },
    { signal },
  );
  const release = () => {
    held = null;
  };
  element.addEventListener('pointerup', release, { signal });
  element.addEventListener('pointercancel', release, { signal });
  element.addEventListener('dblclick', () => map.reset(), { signal });
  return () => ending.abort();
}
