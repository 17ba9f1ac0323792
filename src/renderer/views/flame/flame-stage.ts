import type { BoxPlace } from '../../../bridge/engine-api.ts';
import { emptyBoxes, layoutBoxes } from '../../../core/layout/flame-boxes.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import { boxAt } from '../../../core/layout/hit-test.ts';
import { neighbour, rowOfNode, type Step } from '../../../core/layout/neighbours.ts';
import {
  insideGraph,
  type Pane,
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
import { CanvasLayer } from '../../canvas/canvas-layer.ts';
import { INKS } from '../../canvas/colors.ts';
import { drawFlame } from '../../canvas/draw-flame.ts';
import { drawMarks } from '../../canvas/draw-marks.ts';
import { drawScroll } from '../../canvas/draw-scroll.ts';
import { FlameLook } from '../../canvas/flame-look.ts';
import { FrameColors } from '../../canvas/frame-colors.ts';
import { hatchPattern } from '../../canvas/hatch.ts';
import { LabelFitter } from '../../canvas/label-fitter.ts';
import { LABEL_FONT, setLabelFont } from '../../canvas/label-font.ts';
import { busy } from '../../idle.ts';
import { boxOfRow, deepestRow } from './boxes-of-slice.ts';
import type { FlameBox, FlameFrames, FlameInputs } from './flame-types.ts';
import { rootLabels } from './flame-words.ts';
import { Motion, prefersStillness } from './motion.ts';
import { SliceFeed } from './slice-feed.ts';

/** What the stage tells whoever put it up. */
export interface StageEvents {
  /** Loading, empty, failed, or there to be seen. */
  readonly onStatus: (status: StageStatus) => void;
  /** The box under the pointer is another one; null for none. */
  readonly onHover: (box: FlameBox | null) => void;
  /** After each drawing of the graph, for what must move with it. */
  readonly onDrawn: (stage: FlameStage) => void;
}

export type StageStatus = 'loading' | 'empty' | 'failed' | 'shown';

/** A slice, with what belongs to the same tree. */
interface Tree {
  readonly feed: SliceFeed;
  readonly inputs: FlameInputs;
  readonly frames: FlameFrames;
}

/**
 * The flame graph on its two canvases: where it is looked at, what is drawn, and when. All of it lives
 * outside React, and is drawn at most once in a frame of the screen, if something changed.
 */
export class FlameStage {
  /** The tree that is shown; while the next one is on its way, still the one before. */
  private shown: Tree | null = null;
  private next: Tree | null = null;
  private inputs: FlameInputs;
  private viewport: Viewport | null = null;
  private motion: Motion | null = null;
  private pane: Pane = { viewWidth: 0, viewHeight: 0, rowHeight: 1, orientation: 'icicle' };
  private ratio = 1;
  private readonly boxes = emptyBoxes();
  private slice: FlameSlice | null = null;
  private look: FlameLook | null = null;
  private colors: FrameColors | null = null;
  private fitter: LabelFitter;
  private hatch: CanvasPattern | string = '';
  private readonly scene: CanvasLayer;
  private readonly overlay: CanvasLayer;
  private readonly events: StageEvents;
  /** Counts what changed the colours or the whole of the graph. */
  private version = 0;
  private isSceneDirty = true;
  private areMarksDirty = true;
  private hasMarks = false;
  private frameRequest = 0;
  private rest: (() => void) | null = null;
  private pointer: { viewX: number; viewY: number } | null = null;
  private hovered = -1;
  private hoveredNode = -1;
  /** Where the keyboard is. */
  private cursorPlace: BoxPlace | null = null;
  private status: StageStatus = 'loading';

  constructor(
    scene: HTMLCanvasElement,
    overlay: HTMLCanvasElement,
    inputs: FlameInputs,
    events: StageEvents,
  ) {
    this.scene = new CanvasLayer(scene);
    this.overlay = new CanvasLayer(overlay);
    this.events = events;
    this.inputs = inputs;
    this.fitter = this.newFitter();
    this.cursorPlace = inputs.selection?.place ?? null;
    this.load();
  }

  /** Shows something else, or shows it otherwise. */
  update(inputs: FlameInputs): void {
    const before = this.inputs;
    this.inputs = inputs;
    if (inputs.viewKey !== before.viewKey) {
      this.load();
      this.cursorPlace = null;
    }
    if (inputs.selection !== before.selection && inputs.selection?.place) {
      this.cursorPlace = inputs.selection.place;
    }
    if (inputs.theme !== before.theme) this.hatch = hatchPattern(inputs.theme, this.ratio);
    if (inputs.orientation !== before.orientation) this.fitPane();
    this.forgetLook();
    this.markDirty();
  }

  /** The size of the canvases in px, and the density of the screen. */
  resize(viewWidth: number, viewHeight: number, ratio: number): void {
    if (ratio !== this.ratio || this.hatch === '') {
      this.ratio = ratio;
      this.hatch = hatchPattern(this.inputs.theme, ratio);
    }
    this.pane = { ...this.pane, viewWidth, viewHeight };
    this.scene.resize(viewWidth, viewHeight, ratio);
    this.overlay.resize(viewWidth, viewHeight, ratio);
    this.fitPane();
    this.forgetLook();
    this.markDirty();
    // A resized canvas is blank until it is drawn again; waiting for the next frame would flicker.
    this.draw(performance.now());
  }

  /** The fonts are other ones now. */
  fontsChanged(): void {
    this.fitter = this.newFitter();
    this.forgetLook();
    this.markDirty();
  }

  dispose(): void {
    this.shown?.feed.stop();
    this.next?.feed.stop();
    cancelAnimationFrame(this.frameRequest);
    this.rest?.();
  }

  // What is shown, for those who draw around it

  get currentViewport(): Viewport | null {
    return this.viewport;
  }

  get currentPane(): Pane {
    return this.pane;
  }

  /** Another number when what the whole graph looks like may have changed. */
  get lookVersion(): number {
    return this.version;
  }

  get density(): number {
    return this.ratio;
  }

  /** The whole graph; null while there is none. */
  get whole(): FlameSlice | null {
    return this.shown?.feed.whole ?? null;
  }

  get totalWeight(): number {
    return this.whole?.weight[0] ?? 0;
  }

  /** The looks of the boxes of a slice of this tree. */
  lookOf(slice: FlameSlice): FlameLook {
    const { theme, colorBy, highlighted, sampleTypes, sampleType } = this.shownInputs();
    const frames = this.shown?.frames ?? this.inputs.frames;
    if (!this.colors?.isFor(frames, colorBy, theme)) {
      this.colors = colorBy === 'share' ? null : new FrameColors(frames, colorBy, theme);
    }
    return new FlameLook(slice, frames, this.fitter, {
      theme,
      colors: this.colors,
      highlighted,
      rootLabels: rootLabels(slice.total[0] ?? 0, sampleTypes[sampleType]),
      hatch: this.hatch,
    });
  }

  // Looking elsewhere

  /** Moves at once, as the user's hand does. */
  jump(viewport: Viewport): void {
    this.motion = null;
    this.viewport = insideGraph(viewport, this.totalWeight);
    this.markDirty();
  }

  /** Moves over the time that an eye needs to follow. */
  glide(target: Viewport): void {
    if (this.viewport === null) return;
    if (prefersStillness()) {
      this.jump(target);
      return;
    }
    this.motion = new Motion(this.viewport, target, performance.now());
    this.markDirty();
  }

  zoomTo(place: BoxPlace): void {
    const at = this.destination();
    if (at !== null) this.glide(zoomedTo(at, this.pane, place, this.totalWeight));
  }

  reveal(place: BoxPlace): void {
    const at = this.destination();
    if (at !== null) this.glide(revealing(at, this.pane, place, this.totalWeight));
  }

  reset(): void {
    this.glide(wholeGraph(this.totalWeight));
  }

  /** Zooms by a factor, about a point or else about the middle. */
  zoom(factor: number, viewX = this.pane.viewWidth / 2): void {
    const at = this.destination();
    if (at !== null) this.glide(zoomAbout(at, this.pane, viewX, factor, this.totalWeight));
  }

  /** As `zoom`, at once. */
  zoomNow(factor: number, viewX: number): void {
    const at = this.viewport;
    if (at !== null) this.jump(zoomAbout(at, this.pane, viewX, factor, this.totalWeight));
  }

  /** Moves the graph under the pane, by px to the right and down. */
  dragNow(viewDx: number, viewDy: number): void {
    if (this.viewport === null) return;
    const away = this.pane.orientation === 'icicle' ? -viewDy : viewDy;
    const panned = panBy(this.viewport, this.pane, viewDx, this.totalWeight);
    this.jump(scrollBy(panned, away, this.scrollEnd()));
  }

  /** Moves by a part of the pane's size, sideways or away from the root. */
  glideBy(partX: number, partAway: number): void {
    const at = this.destination();
    if (at === null) return;
    const panned = panBy(at, this.pane, -partX * this.pane.viewWidth, this.totalWeight);
    this.glide(scrollBy(panned, partAway * this.pane.viewHeight, this.scrollEnd()));
  }

  /** Whether there is more of the graph above or below. */
  get canScroll(): boolean {
    return this.scrollEnd() > 0 || (this.viewport?.scroll ?? 0) > 0;
  }

  // Pointing and walking

  /** Says where the pointer is; null when it has left. */
  point(at: { viewX: number; viewY: number } | null): void {
    this.pointer = at;
    this.updateHover();
  }

  boxAtPoint(viewX: number, viewY: number): FlameBox | null {
    const box = boxAt(this.boxes, viewX, viewY);
    return box < 0 ? null : this.boxAtPlace(box);
  }

  /** The box that the keyboard is on: the selected one, or else the root. */
  get cursor(): FlameBox | null {
    const { slice, cursorPlace } = this;
    if (slice === null || slice.length === 0) return null;
    if (cursorPlace === null) return boxOfRow(slice, 0);
    const row = rowOfNode(slice, cursorPlace.node);
    return row >= 0 ? boxOfRow(slice, row) : this.remainderAt(slice, cursorPlace);
  }

  /** Where a box is on screen; null if it is not in view. */
  rectOf(place: BoxPlace): { left: number; top: number; width: number; height: number } | null {
    const { viewport, pane } = this;
    if (viewport === null) return null;
    const left = Math.max(0, viewXOf(viewport, pane, place.x));
    const right = Math.min(pane.viewWidth, viewXOf(viewport, pane, place.x + place.weight));
    const top = viewYOf(viewport, pane, place.depth);
    if (right < left || top + pane.rowHeight < 0 || top > pane.viewHeight) return null;
    return { left, top, width: right - left, height: pane.rowHeight };
  }

  /** Puts the keyboard on a box. */
  putCursor(place: BoxPlace | null): void {
    this.cursorPlace = place;
    this.markMarksDirty();
  }

  /** Walks one step from where the keyboard is, and brings the box that it comes to into view. */
  walk(step: Step): FlameBox | null {
    const { slice, cursor } = this;
    if (slice === null || cursor === null) return null;
    const row = slice.node.indexOf(cursor.place.node);
    if (row < 0) {
      this.reveal(cursor.place);
      return cursor;
    }
    const box = boxOfRow(slice, neighbour(slice, row, step));
    this.putCursor(box.place);
    this.reveal(box.place);
    return box;
  }

  /** Names from a box to the outermost caller. */
  stackOf(node: number): string[] {
    const { slice } = this;
    const frames = this.shown?.frames;
    if (slice === null || frames === undefined) return [];
    const names: string[] = [];
    for (let row = rowOfNode(slice, node); row > 0; row = slice.parent[row] ?? -1) {
      names.push(frames.name(slice.frame[row] ?? 0));
    }
    return names;
  }

  private load(): void {
    this.next?.feed.stop();
    const { inputs } = this;
    const feed = new SliceFeed(
      inputs.requestSlice,
      () => this.arrived(feed),
      () => {
        if (this.shown === null) this.setStatus('failed');
      },
    );
    this.next = { feed, inputs, frames: inputs.frames };
    this.markDirty();
  }

  /** Something came from the engine, or nothing will. */
  private arrived(feed: SliceFeed): void {
    if (feed === this.next?.feed && feed.whole !== null) {
      this.shown?.feed.stop();
      this.shown = this.next;
      this.next = null;
      this.forgetLook();
      this.motion = null;
      this.viewport = wholeGraph(this.totalWeight);
      this.setStatus(this.totalWeight > 0 ? 'shown' : 'empty');
    }
    this.fitPane();
    this.markDirty();
  }

  /** While the next tree is on its way, what names and values mean is what it was. */
  private shownInputs(): FlameInputs {
    const { inputs, shown } = this;
    if (shown === null || shown.inputs.viewKey === inputs.viewKey) return inputs;
    const { frames, sampleTypes, sampleType } = shown.inputs;
    return { ...inputs, frames, sampleTypes, sampleType, highlighted: null, selection: null };
  }

  private fitPane(): void {
    const rows = this.whole === null ? 1 : deepestRow(this.whole) + 1;
    const rowHeight = rowHeightFor(this.pane.viewHeight, rows);
    this.pane = { ...this.pane, rowHeight, orientation: this.inputs.orientation };
  }

  private newFitter(): LabelFitter {
    const { ctx } = this.scene;
    return new LabelFitter((text) => {
      setLabelFont(ctx, LABEL_FONT);
      return ctx.measureText(text).width;
    });
  }

  private forgetLook(): void {
    this.look = null;
    this.version++;
  }

  private setStatus(status: StageStatus): void {
    if (status === this.status) return;
    this.status = status;
    this.events.onStatus(status);
  }

  private destination(): Viewport | null {
    return this.motion?.target ?? this.viewport;
  }

  private scrollEnd(): number {
    return scrollLimit(this.pane, this.boxes.deepest);
  }

  private markDirty(): void {
    this.isSceneDirty = true;
    this.markMarksDirty();
  }

  private markMarksDirty(): void {
    this.areMarksDirty = true;
    this.rest ??= busy();
    if (this.frameRequest === 0) {
      this.frameRequest = requestAnimationFrame((now) => {
        this.frameRequest = 0;
        this.draw(now);
      });
    }
  }

  private draw(nowMillis: number): void {
    if (this.motion !== null) {
      this.viewport = this.motion.at(nowMillis);
      if (this.viewport === this.motion.target) this.motion = null;
      else this.markDirty();
      this.isSceneDirty = true;
    }
    const { viewport, pane, shown } = this;
    if (viewport !== null && shown !== null && pane.viewWidth > 0 && this.totalWeight > 0) {
      shown.feed.want(viewport, pane, this.motion !== null);
      const slice = shown.feed.best(viewport);
      if (slice !== null && this.isSceneDirty) this.drawScene(slice, viewport);
      if (this.slice !== null && this.areMarksDirty) this.drawMarks(this.slice);
    } else {
      this.scene.clear();
      this.overlay.clear();
    }
    this.isSceneDirty = false;
    this.areMarksDirty = false;
    this.restIfDone();
  }

  private drawScene(slice: FlameSlice, viewport: Viewport): void {
    if (slice !== this.slice) this.look = null;
    this.slice = slice;
    this.look ??= this.lookOf(slice);
    layoutBoxes(slice, viewport, this.pane, this.boxes);
    drawFlame(this.scene.ctx, this.boxes, this.look, LABEL_FONT, this.ratio);
    drawScroll(this.scene.ctx, this.boxes, INKS[this.inputs.theme].scroll);
    this.updateHover();
    this.events.onDrawn(this);
  }

  private drawMarks(slice: FlameSlice): void {
    const { selection, theme } = this.shownInputs();
    const isCursorSelected =
      selection === null
        ? (this.cursorPlace?.frame ?? 0) < 0
        : this.cursorPlace?.node === selection.node;
    const row = selection?.node == null ? -1 : rowOfNode(slice, selection.node);
    const box = row >= 0 ? boxOfRow(slice, row).place : isCursorSelected ? this.cursorPlace : null;
    const marks = { hovered: this.hovered, frame: selection?.frame ?? -1, box };
    const hasMarks = marks.hovered >= 0 || marks.frame >= 0 || box !== null;
    // A canvas that was touched is copied to the screen whole: an empty one better stays as it is.
    if (!hasMarks && !this.hasMarks) return;
    this.hasMarks = hasMarks;
    drawMarks(this.overlay.ctx, this.boxes, slice, marks, INKS[theme], this.ratio);
  }

  private updateHover(): void {
    const { pointer } = this;
    const box = pointer === null ? -1 : boxAt(this.boxes, pointer.viewX, pointer.viewY);
    const row = box < 0 ? -1 : (this.boxes.row[box] ?? -1);
    const node = row < 0 ? -1 : (this.slice?.node[row] ?? -1);
    if (box !== this.hovered) {
      this.hovered = box;
      this.markMarksDirty();
    }
    // A drawing later the same box may stand elsewhere in the columns.
    if (node === this.hoveredNode) return;
    this.hoveredNode = node;
    this.events.onHover(box < 0 ? null : this.boxAtPlace(box));
  }

  private boxAtPlace(box: number): FlameBox | null {
    const { slice, boxes } = this;
    if (slice === null) return null;
    return boxOfRow(slice, boxes.row[box] ?? 0, boxes.merged[box] ?? 0);
  }

  /** A place that the slice shows no box for: it is merged, or out of the window. */
  private remainderAt(slice: FlameSlice, place: BoxPlace): FlameBox {
    const row = slice.node.indexOf(place.node);
    const box = boxOfRow(slice, Math.max(0, row));
    return row >= 0 ? box : { ...box, place, merged: 1 };
  }

  private restIfDone(): void {
    const isAsking = this.next !== null || this.shown?.feed.isAsking === true;
    if (this.frameRequest !== 0 || this.motion !== null || isAsking) return;
    this.rest?.();
    this.rest = null;
  }
}
