import type { BoxPlace } from '../../../bridge/tree-api.ts';
import type { FlameLook } from '../../../core/drawing/flame-look.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import type { Step } from '../../../core/layout/neighbours.ts';
import type { Viewport } from '../../../core/layout/viewport.ts';
import { deepestBelow, deepestRow, stackOf } from './boxes-of-slice.ts';
import { extentOf, MISSING_WORDS, zoomedOn } from './compared-places.ts';
import type { FlameCamera } from './flame-camera.ts';
import { FlameCursor } from './flame-cursor.ts';
import { FlameHover } from './flame-hover.ts';
import type { FlameScene } from './flame-scene.ts';
import type {
  FlameBox,
  FlameInputs,
  LinkableStage,
  StageEvents,
  StageStatus,
} from './flame-types.ts';
import { FrameLoop } from './frame-loop.ts';
import { inputsFor, likeBefore, zoomedPath } from './loaded-tree.ts';
import { Stillness } from './stillness.ts';
import { TreeHandover } from './tree-handover.ts';

/**
 * A flame graph on its two canvases: when something is drawn, and what of. All of it lives outside
 * React, and is drawn at most once in a frame of the screen, if something changed.
 */
export class FlameStage implements LinkableStage {
  readonly camera: FlameCamera;
  readonly scene: FlameScene;
  rows = 1;
  private readonly events: StageEvents;
  private readonly trees: TreeHandover;
  private readonly cursorBox: FlameCursor;
  private readonly hover = new FlameHover();
  private readonly stillness = new Stillness();
  private readonly loop = new FrameLoop((nowMillis) => this.draw(nowMillis));
  private readonly leaveCamera: () => void;
  private inputs: FlameInputs;
  private status: StageStatus = 'loading';
  private linked: BoxPlace | null = null;
  private rowsBeside = 1;
  private restedAt: Viewport | null = null;
  private isSceneDirty = true;
  private areMarksDirty = true;

  /** A camera belongs to one stage at a time; whoever made it may move it too. */
  constructor(scene: FlameScene, camera: FlameCamera, inputs: FlameInputs, events: StageEvents) {
    this.scene = scene;
    this.camera = camera;
    this.events = events;
    this.inputs = inputs;
    this.cursorBox = new FlameCursor(inputs.selection?.place ?? null);
    this.leaveCamera = camera.onMove(() => this.redraw());
    this.trees = new TreeHandover({
      onShown: (tree, whole) => {
        this.hover.forget();
        this.linked = null;
        this.fitPane();
        camera.face(
          extentOf(whole, this.inputs.scale),
          likeBefore(tree, whole, (box) => zoomedOn(box, this.inputs.scale)),
        );
        this.setStatus((whole.weight[0] ?? 0) > 0 ? 'shown' : 'empty');
        this.relook();
      },
      onChange: () => {
        this.fitPane();
        this.redraw();
      },
      onFailure: () => {
        scene.forget();
        camera.face(0);
        this.setStatus('failed');
      },
    });
    this.load();
  }

  /** Shows something else, or shows it otherwise. */
  update(inputs: FlameInputs): void {
    const before = this.inputs;
    this.inputs = inputs;
    if (inputs.source.key !== before.source.key) {
      this.cursorBox.place = null;
      this.load();
    }
    if (inputs.selection !== before.selection) {
      // Nothing can be walked from a box that only the other side of a comparison has.
      const place = inputs.selection?.place;
      if (place && place.weight > 0) this.cursorBox.place = place;
      this.remark();
    }
    if (inputs.scale !== before.scale && this.whole !== null) {
      this.camera.extend(extentOf(this.whole, inputs.scale));
      this.relook();
    }
    if (inputs.orientation !== before.orientation) {
      this.fitPane();
      this.relook();
    }
    const looks = ['theme', 'coloring', 'highlighted'] as const;
    if (looks.some((name) => inputs[name] !== before[name])) this.relook();
  }

  /** The size of the canvases in px, and the density of the screen. */
  resize(viewWidth: number, viewHeight: number, ratio: number): void {
    this.camera.resizePane(viewWidth, viewHeight);
    this.scene.resize(viewWidth, viewHeight, ratio);
    this.fitPane();
    this.relook();
    // A resized canvas is blank until it is drawn again; waiting for the next frame would flicker.
    this.draw(performance.now());
  }

  /** The fonts are other ones now. */
  fontsChanged(): void {
    this.scene.fontsChanged();
    this.relook();
  }

  /**
   * Does something as soon as the graph does not move: what makes the browser lay out the page would
   * make a zoom stutter. The result takes it back.
   */
  whenStill(act: () => void): () => void {
    const takeBack = this.stillness.add(act);
    if (!this.camera.isMoving) this.stillness.come();
    return takeBack;
  }

  dispose(): void {
    this.stillness.come();
    this.leaveCamera();
    this.trees.stop();
    this.loop.stop();
  }

  /** The whole graph; null while there is none. */
  get whole(): FlameSlice | null {
    return this.trees.shown?.feed.whole ?? null;
  }

  get treeKey(): string | null {
    return this.trees.shown?.source.compared?.key ?? null;
  }

  sliceAt(viewport: Viewport): FlameSlice | null {
    return this.trees.shown?.feed.best(viewport) ?? null;
  }

  standBeside(rows: number): void {
    if (rows === this.rowsBeside) return;
    this.rowsBeside = rows;
    this.fitPane();
    this.relook();
  }

  markLinked(place: BoxPlace | null): void {
    if (place === this.linked) return;
    this.linked = place;
    this.remark();
  }

  /** Where the tree of the inputs is looked at, or will be in a moment; null while it is on its way. */
  get lookedAt(): Viewport | null {
    return this.trees.isChanging ? null : this.camera.aim;
  }

  /** The looks of the boxes of a slice of the tree that is shown. */
  lookOf(slice: FlameSlice): FlameLook {
    return this.scene.lookOf(slice, this.shownInputs());
  }

  /** Takes where the pointer is; null when it has left. */
  point(at: { viewX: number; viewY: number } | null): void {
    this.hover.pointer = at;
    this.updateHover();
  }

  boxAtPoint(viewX: number, viewY: number): FlameBox | null {
    return this.scene.box(this.scene.boxAt(viewX, viewY));
  }

  /** The box that the keyboard is on: the selected one, or else the root. */
  get cursor(): FlameBox | null {
    const { slice } = this.scene;
    return slice === null ? null : this.cursorBox.boxIn(slice);
  }

  /** Puts the keyboard on a box. */
  putCursor(place: BoxPlace | null): void {
    this.cursorBox.place = place;
    this.remark();
  }

  /** Walks one step from where the keyboard is, and brings the box that it comes to into view. */
  walk(step: Step): FlameBox | null {
    const { slice } = this.scene;
    if (slice === null) return null;
    const box = this.cursorBox.neighbourIn(slice, step);
    this.putCursor(box.place);
    this.camera.reveal(box.place);
    return box;
  }

  zoomTo(place: BoxPlace): void {
    this.trees.whenThere(() =>
      this.camera.zoomTo(zoomedOn(place, this.inputs.scale), deepestBelow(this.scene.slice, place)),
    );
  }

  /** Brings a box into view, and nearer if it has to be `leastWidth` px wide. */
  reveal(place: BoxPlace, leastWidth = 0): void {
    this.trees.whenThere(() => this.camera.reveal(place, leastWidth));
  }

  /** Zooms by a factor about the box that the keyboard is on. */
  zoom(factor: number): void {
    const { cursor } = this;
    if (cursor !== null) this.camera.zoom(factor, cursor.place);
  }

  /** Names from a box to the outermost caller. */
  stackOf(node: number): string[] {
    const { slice } = this.scene;
    const { frames } = this.shownInputs().source;
    return slice === null ? [] : stackOf(slice, node).map((frame) => frames.name(frame));
  }

  private load(): void {
    this.trees.load(this.inputs.source, () => zoomedPath(this.scene.slice, this.camera.aim));
    this.redraw();
  }

  private shownInputs(): FlameInputs {
    return inputsFor(this.trees.shown, this.inputs);
  }

  private fitPane(): void {
    this.rows = this.whole === null ? 1 : deepestRow(this.whole) + 1;
    this.camera.fitPane(Math.max(this.rows, this.rowsBeside), this.inputs.orientation);
  }

  private setStatus(status: StageStatus): void {
    if (status === this.status) return;
    this.status = status;
    this.events.onStatus(status);
  }

  private relook(): void {
    this.scene.relook();
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
    const { camera, scene } = this;
    camera.advance(nowMillis);
    const { viewport, pane, isMoving } = camera;
    const { shown } = this.trees;
    if (viewport !== null && shown !== null && pane.viewWidth > 0) {
      shown.feed.want(viewport, pane, isMoving);
      const slice = shown.feed.best(viewport);
      if (slice !== null && this.isSceneDirty) {
        scene.draw(slice, viewport, pane, this.shownInputs());
        camera.deepest = scene.deepest;
        this.updateHover();
        this.events.onDrawn();
      }
      if (this.areMarksDirty) this.drawMarks();
    } else {
      scene.clear();
      this.events.onDrawn();
    }
    this.isSceneDirty = false;
    this.areMarksDirty = false;
    if (!isMoving) this.rest();
    this.loop.rest(this.trees.isWaiting);
  }

  private rest(): void {
    this.stillness.come();
    const { lookedAt } = this;
    if (lookedAt === null || lookedAt === this.restedAt) return;
    this.restedAt = lookedAt;
    this.events.onRest(lookedAt);
  }

  private drawMarks(): void {
    const { slice } = this.scene;
    if (slice === null) return;
    const { selection, theme, source } = this.shownInputs();
    const box = this.cursorBox.marked(slice, selection);
    const marks = { hovered: this.hover.box, frame: selection?.frame ?? -1, box };
    const missing = MISSING_WORDS[source.compared?.drawn ?? 0];
    this.scene.drawMarks({ ...marks, linked: this.linked, missing }, theme);
  }

  private updateHover(): void {
    this.hover.update(this.scene, () => this.remark(), this.events.onHover);
  }
}
