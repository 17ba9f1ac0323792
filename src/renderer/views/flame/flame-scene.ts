import { INKS, type Theme } from '../../../core/drawing/colors.ts';
import { drawFlame } from '../../../core/drawing/draw-flame.ts';
import { drawMarks, type Marks } from '../../../core/drawing/draw-marks.ts';
import { drawScroll } from '../../../core/drawing/draw-scroll.ts';
import type { FlameLook } from '../../../core/drawing/flame-look.ts';
import { LABEL_FONT } from '../../../core/drawing/label-font.ts';
import { emptyBoxes, layoutBoxes } from '../../../core/layout/flame-boxes.ts';
import type { FlameSlice } from '../../../core/layout/flame-slice.ts';
import { boxAt } from '../../../core/layout/hit-test.ts';
import type { Pane, Viewport } from '../../../core/layout/viewport.ts';
import { CanvasLayer } from '../../canvas/canvas-layer.ts';
import { boxOfRow } from './boxes-of-slice.ts';
import { FlameLooks } from './flame-looks.ts';
import type { FlameBox, FlameInputs } from './flame-types.ts';

/** What was drawn last, on two canvases: the boxes, and over them the marks. */
export class FlameScene {
  private readonly ground: CanvasLayer;
  private readonly overlay: CanvasLayer;
  private readonly looks: FlameLooks;
  private readonly boxes = emptyBoxes();
  private drawn: FlameSlice | null = null;
  private look: FlameLook | null = null;
  private hasMarks = false;

  constructor(ground: HTMLCanvasElement, overlay: HTMLCanvasElement) {
    this.ground = new CanvasLayer(ground);
    this.overlay = new CanvasLayer(overlay);
    this.looks = new FlameLooks(this.ground.ctx);
  }

  /** The slice that was drawn; null while nothing was. */
  get slice(): FlameSlice | null {
    return this.drawn;
  }

  /** The deepest row of boxes that was drawn. */
  get deepest(): number {
    return this.boxes.deepest;
  }

  get density(): number {
    return this.looks.ratio;
  }

  /** Another number when the whole graph, or what it looks like, may have changed. */
  get lookVersion(): number {
    return this.looks.version;
  }

  /** Sets the size of the canvases in px and the density of the screen. */
  resize(viewWidth: number, viewHeight: number, ratio: number): void {
    this.looks.ratio = ratio;
    this.ground.resize(viewWidth, viewHeight, ratio);
    this.overlay.resize(viewWidth, viewHeight, ratio);
  }

  /** The fonts are other ones now. */
  fontsChanged(): void {
    this.looks.forgetWidths();
  }

  /** Boxes look different from now on. */
  relook(): void {
    this.look = null;
    this.looks.version++;
  }

  /** The looks of the boxes of a slice. */
  lookOf(slice: FlameSlice, inputs: FlameInputs): FlameLook {
    return this.looks.of(slice, inputs);
  }

  /** Draws the part of a slice that a viewport shows. */
  draw(slice: FlameSlice, viewport: Viewport, pane: Pane, inputs: FlameInputs): void {
    if (slice !== this.drawn) this.look = null;
    this.drawn = slice;
    this.look ??= this.lookOf(slice, inputs);
    layoutBoxes(slice, viewport, pane, this.boxes);
    drawFlame(this.ground.ctx, this.boxes, this.look, LABEL_FONT, this.density);
    drawScroll(this.ground.ctx, this.boxes, INKS[inputs.theme].scroll);
  }

  /** Draws the marks over what was drawn. */
  drawMarks(marks: Marks, theme: Theme): void {
    if (this.drawn === null) return;
    const { hovered, frame, box, linked } = marks;
    const hasMarks = hovered >= 0 || frame >= 0 || box !== null || linked !== null;
    // A canvas that was touched is copied to the screen whole: an empty one better stays as it is.
    if (!hasMarks && !this.hasMarks) return;
    this.hasMarks = hasMarks;
    const { ctx } = this.overlay;
    const style = { inks: INKS[theme], font: LABEL_FONT, ratio: this.density };
    drawMarks(ctx, this.boxes, this.drawn, marks, style);
  }

  /** Clears both canvases. */
  clear(): void {
    this.ground.clear();
    this.overlay.clear();
    this.boxes.length = 0;
  }

  /** Forgets the slice that was drawn. */
  forget(): void {
    this.drawn = null;
  }

  /** The number, among those drawn, of the box at a place of the pane; -1 for none. */
  boxAt(viewX: number, viewY: number): number {
    return boxAt(this.boxes, viewX, viewY);
  }

  /** A box by its number among those drawn. */
  box(at: number): FlameBox | null {
    if (this.drawn === null || at < 0) return null;
    return boxOfRow(this.drawn, this.boxes.row[at] ?? 0, this.boxes.merged[at] ?? 0);
  }
}
