import type { BoxPlace } from '../../../bridge/engine-api.ts';
import { emptyBoxes, layoutBoxes } from '../../../core/layout/flame-boxes.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import { boxAt } from '../../../core/layout/hit-test.ts';
import { neighbour, rowOfNode, type Step, shownPath } from '../../../core/layout/neighbours.ts';
import { rowHeightFor, type Viewport } from '../../../core/layout/viewport.ts';
import { CanvasLayer } from '../../canvas/canvas-layer.ts';
import { INKS } from '../../canvas/colors.ts';
import { drawFlame } from '../../canvas/draw-flame.ts';
import { drawMarks } from '../../canvas/draw-marks.ts';
import { drawScroll } from '../../canvas/draw-scroll.ts';
import type { FlameLook } from '../../canvas/flame-look.ts';
import { LABEL_FONT } from '../../canvas/label-font.ts';
import { boxOfPlace, boxOfRow, deepestBelow, deepestRow } from './boxes-of-slice.ts';
import { FlameCamera } from './flame-camera.ts';
import { FlameLooks } from './flame-looks.ts';
import type { FlameBox, FlameInputs } from './flame-types.ts';
import { FrameLoop } from './frame-loop.ts';
import { likeBefore, loadTree, type Tree } from './loaded-tree.ts';

/** What the stage tells whoever put it up. */
export interface StageEvents {
  /** Loading, empty, failed, or there to be seen. */
  readonly onStatus: (status: StageStatus) => void;
  /** The box under the pointer is another one; null for none. */
  readonly onHover: (box: FlameBox | null) => void;
  /** After each drawing of the graph, for what must move with it. */
  readonly onDrawn: () => void;
}

export type StageStatus = 'loading' | 'empty' | 'failed' | 'shown';

/**
 * The flame graph on its two canvases: what is drawn, and when. All of it lives outside React, and is
 * drawn at most once in a frame of the screen, if something changed.
 */
export class FlameStage {
  readonly camera = new FlameCamera(() => this.redraw());
  private readonly scene: CanvasLayer;
  private readonly overlay: CanvasLayer;
  private readonly events: StageEvents;
  private readonly looks: FlameLooks;
  private readonly loop = new FrameLoop((nowMillis) => this.draw(nowMillis));
  private inputs: FlameInputs;
  /** The tree that is shown; while the next one is on its way, still the one before. */
  private shown: Tree | null = null;
  private next: Tree | null = null;
  /** Where to look in the next tree, once it is there. */
  private lookNext: (() => void) | null = null;
  private status: StageStatus = 'loading';
  /** What was drawn last. */
  private readonly boxes = emptyBoxes();
  private slice: FlameSlice | null = null;
  private look: FlameLook | null = null;
  private isSceneDirty = true;
  private areMarksDirty = true;
  private hasMarks = false;
  private pointer: { viewX: number; viewY: number } | null = null;
  private hovered = -1;
  private hoveredNode = -1;
  /** What waits until nothing moves. */
  private readonly waiting = new Set<() => void>();
  /** Where the keyboard is; null for the root. */
  private cursorPlace: BoxPlace | null = null;

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
    this.looks = new FlameLooks(this.scene.ctx);
    this.cursorPlace = inputs.selection?.place ?? null;
    this.load();
  }

  /** Shows something else, or shows it otherwise. */
  update(inputs: FlameInputs): void {
    const before = this.inputs;
    this.inputs = inputs;
    if (inputs.viewKey !== before.viewKey) {
      this.cursorPlace = null;
      this.load();
    }
    if (inputs.selection !== before.selection) {
      if (inputs.selection?.place) this.cursorPlace = inputs.selection.place;
      this.remark();
    }
    if (inputs.orientation !== before.orientation) {
      this.fitPane();
      this.relook();
    }
    if (
      inputs.theme !== before.theme ||
      inputs.colorBy !== before.colorBy ||
      inputs.highlighted !== before.highlighted
    ) {
      this.relook();
    }
  }

  /** The size of the canvases in px, and the density of the screen. */
  resize(viewWidth: number, viewHeight: number, ratio: number): void {
    this.looks.ratio = ratio;
    this.camera.pane = { ...this.camera.pane, viewWidth, viewHeight };
    this.scene.resize(viewWidth, viewHeight, ratio);
    this.overlay.resize(viewWidth, viewHeight, ratio);
    this.fitPane();
    this.relook();
    // A resized canvas is blank until it is drawn again; waiting for the next frame would flicker.
    this.draw(performance.now());
  }

  /** The fonts are other ones now. */
  fontsChanged(): void {
    this.looks.forgetWidths();
    this.relook();
  }

  /**
   * Does something as soon as the graph does not move: what makes the browser lay out the page would
   * make a zoom stutter. The result takes it back.
   */
  whenStill(act: () => void): () => void {
    this.waiting.add(act);
    if (!this.camera.isMoving) this.actOnStillness();
    return () => this.waiting.delete(act);
  }

  dispose(): void {
    this.actOnStillness();
    this.shown?.feed.stop();
    this.next?.feed.stop();
    this.next = null;
    this.loop.stop();
  }

  get density(): number {
    return this.looks.ratio;
  }

  /** Another number when the whole graph, or what it looks like, may have changed. */
  get lookVersion(): number {
    return this.looks.version;
  }

  /** The whole graph; null while there is none. */
  get whole(): FlameSlice | null {
    return this.shown?.feed.whole ?? null;
  }

  /** The looks of the boxes of a slice of the tree that is shown. */
  lookOf(slice: FlameSlice): FlameLook {
    return this.looks.of(slice, this.shownInputs());
  }

  /** Says where the pointer is; null when it has left. */
  point(at: { viewX: number; viewY: number } | null): void {
    this.pointer = at;
    this.updateHover();
  }

  boxAtPoint(viewX: number, viewY: number): FlameBox | null {
    const box = boxAt(this.boxes, viewX, viewY);
    return box < 0 ? null : this.drawnBox(box);
  }

  /** The box that the keyboard is on: the selected one, or else the root. */
  get cursor(): FlameBox | null {
    return this.slice === null ? null : boxOfPlace(this.slice, this.cursorPlace);
  }

  /** Puts the keyboard on a box. */
  putCursor(place: BoxPlace | null): void {
    this.cursorPlace = place;
    this.remark();
  }

  /** Walks one step from where the keyboard is, and brings the box that it comes to into view. */
  walk(step: Step): FlameBox | null {
    const { slice, cursor } = this;
    if (slice === null || cursor === null) return null;
    const row = slice.node.indexOf(cursor.place.node);
    // A box that is out of the slice's window is gone back to first.
    const box = row < 0 ? cursor : boxOfRow(slice, neighbour(slice, row, step));
    this.putCursor(box.place);
    this.camera.reveal(box.place);
    return box;
  }

  zoomTo(place: BoxPlace): void {
    this.lookAt(() => this.camera.zoomTo(place, deepestBelow(this.slice, place)));
  }

  /** Brings a box into view, and nearer if it has to be `leastWidth` px wide. */
  reveal(place: BoxPlace, leastWidth = 0): void {
    this.lookAt(() => this.camera.reveal(place, leastWidth));
  }

  /** Names from a box to the outermost caller. */
  stackOf(node: number): string[] {
    const { slice } = this;
    if (slice === null) return [];
    const { frames } = this.shownInputs();
    const names: string[] = [];
    for (let row = rowOfNode(slice, node); row > 0; row = slice.parent[row] ?? -1) {
      names.push(frames.name(slice.frame[row] ?? 0));
    }
    return names;
  }

  private load(): void {
    this.next?.feed.stop();
    const { inputs } = this;
    const isAlike = this.shown?.inputs.frames === inputs.frames;
    this.lookNext = null;
    this.next = loadTree(inputs, isAlike, isAlike ? this.zoomedPath() : null, {
      onChange: (tree) => this.arrived(tree),
      onFailure: (tree) => this.failed(tree),
    });
    this.redraw();
  }

  /** Frames from the outermost caller to the box that is zoomed to; null if the whole graph is seen. */
  private zoomedPath(): Int32Array | null {
    const { slice } = this;
    const { aim } = this.camera;
    if (slice === null || aim === null) return null;
    const path = shownPath(slice, aim);
    return path.length === 0 ? null : path;
  }

  /** Looks at a place of the tree that the inputs are about, which may be on its way. */
  private lookAt(act: () => void): void {
    if (this.next === null) act();
    else this.lookNext = act;
  }

  /** Something came from the engine, or nothing will. */
  private arrived(tree: Tree): void {
    if (tree !== this.next && tree !== this.shown) return;
    const { whole } = tree.feed;
    if (tree === this.next && whole !== null) {
      // A glimpse of the whole graph on the way to the box that was zoomed to would be in the way.
      if (tree.zoomed === undefined) return;
      this.shown?.feed.stop();
      this.shown = tree;
      this.next = null;
      this.hoveredNode = -1;
      this.fitPane();
      this.camera.face(whole.weight[0] ?? 0, likeBefore(tree, whole));
      this.setStatus(this.camera.totalWeight > 0 ? 'shown' : 'empty');
      this.lookNext?.();
      this.lookNext = null;
      this.relook();
    }
    this.fitPane();
    this.redraw();
  }

  /** Details that are missing are missed by few; without the tree there is nothing to show. */
  private failed(tree: Tree): void {
    if (tree !== this.next) return;
    this.shown?.feed.stop();
    this.shown = null;
    this.next = null;
    this.slice = null;
    this.camera.face(0);
    this.setStatus('failed');
  }

  /** While the next tree is on its way, what names and values mean is what it was. */
  private shownInputs(): FlameInputs {
    const { inputs, shown } = this;
    if (shown === null || shown.inputs.viewKey === inputs.viewKey) return inputs;
    const { frames, sampleTypes, sampleType } = shown.inputs;
    return { ...inputs, frames, sampleTypes, sampleType, highlighted: null, selection: null };
  }

  private fitPane(): void {
    const { pane } = this.camera;
    const rows = this.whole === null ? 1 : deepestRow(this.whole) + 1;
    const rowHeight = rowHeightFor(pane.viewHeight, rows);
    this.camera.pane = { ...pane, rowHeight, orientation: this.inputs.orientation };
  }

  private setStatus(status: StageStatus): void {
    if (status === this.status) return;
    this.status = status;
    this.events.onStatus(status);
  }

  private relook(): void {
    this.look = null;
    this.looks.version++;
    this.redraw();
  }

  private redraw(): void {
    this.isSceneDirty = true;
    this.remark();
  }

  private remark(): void {
    this.areMarksDirty = true;
    this.loop.request();
  }

  private draw(nowMillis: number): void {
    this.camera.advance(nowMillis);
    const { viewport, pane, isMoving } = this.camera;
    const { shown } = this;
    if (viewport !== null && shown !== null && pane.viewWidth > 0) {
      shown.feed.want(viewport, pane, isMoving);
      const slice = shown.feed.best(viewport);
      if (slice !== null && this.isSceneDirty) this.drawScene(slice, viewport);
      if (this.slice !== null && this.areMarksDirty) this.drawMarks(this.slice);
    } else {
      this.scene.clear();
      this.overlay.clear();
      this.boxes.length = 0;
      this.events.onDrawn();
    }
    this.isSceneDirty = false;
    this.areMarksDirty = false;
    if (!isMoving) this.actOnStillness();
    const isAsking = this.next !== null || shown?.feed.isAsking === true;
    this.loop.rest(isAsking);
  }

  private actOnStillness(): void {
    for (const act of this.waiting) {
      this.waiting.delete(act);
      act();
    }
  }

  private drawScene(slice: FlameSlice, viewport: Viewport): void {
    if (slice !== this.slice) this.look = null;
    this.slice = slice;
    this.look ??= this.lookOf(slice);
    layoutBoxes(slice, viewport, this.camera.pane, this.boxes);
    this.camera.deepest = this.boxes.deepest;
    drawFlame(this.scene.ctx, this.boxes, this.look, LABEL_FONT, this.density);
    drawScroll(this.scene.ctx, this.boxes, INKS[this.inputs.theme].scroll);
    this.updateHover();
    this.events.onDrawn();
  }

  private drawMarks(slice: FlameSlice): void {
    const { selection, theme } = this.shownInputs();
    const frame = selection?.frame ?? -1;
    const marks = { hovered: this.hovered, frame, box: this.markedPlace(slice, selection) };
    const hasMarks = marks.hovered >= 0 || frame >= 0 || marks.box !== null;
    // A canvas that was touched is copied to the screen whole: an empty one better stays as it is.
    if (!hasMarks && !this.hasMarks) return;
    this.hasMarks = hasMarks;
    drawMarks(this.overlay.ctx, this.boxes, slice, marks, INKS[theme], this.density);
  }

  /** The box to outline: the selected one; where the keyboard is on no function, that one. */
  private markedPlace(slice: FlameSlice, selection: FlameInputs['selection']): BoxPlace | null {
    const { cursorPlace } = this;
    if (selection === null) return (cursorPlace?.frame ?? 0) < 0 ? cursorPlace : null;
    if (selection.node === null) return null;
    const row = rowOfNode(slice, selection.node);
    if (row >= 0) return boxOfRow(slice, row).place;
    return cursorPlace?.node === selection.node ? cursorPlace : null;
  }

  private updateHover(): void {
    const { pointer, boxes } = this;
    const box = pointer === null ? -1 : boxAt(boxes, pointer.viewX, pointer.viewY);
    const drawn = box < 0 ? null : this.drawnBox(box);
    if (box !== this.hovered) {
      this.hovered = box;
      this.remark();
    }
    // The same box may stand elsewhere in the columns a drawing later: its node tells.
    const node = drawn?.place.node ?? -1;
    if (node === this.hoveredNode) return;
    this.hoveredNode = node;
    this.events.onHover(drawn);
  }

  private drawnBox(box: number): FlameBox | null {
    const { slice, boxes } = this;
    if (slice === null) return null;
    return boxOfRow(slice, boxes.row[box] ?? 0, boxes.merged[box] ?? 0);
  }
}
