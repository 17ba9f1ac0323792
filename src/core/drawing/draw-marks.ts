import type { FlameBoxes } from '../layout/flame-boxes.ts';
import type { FlameSlice } from '../layout/flame-slice.ts';
import { viewXOf, viewYOf } from '../layout/viewport.ts';
import { boxEdges } from './box-edges.ts';
import type { Inks } from './colors.ts';
import { BASELINE_BELOW_MIDDLE, type LabelFont, setLabelFont } from './label-font.ts';
import type { Surface } from './surface.ts';

/** What of a canvas's context the marks need. */
export type MarkContext = Pick<
  Surface,
  | 'setTransform'
  | 'clearRect'
  | 'fillRect'
  | 'strokeRect'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'fill'
  | 'fillText'
  | 'measureText'
  | 'font'
  | 'textBaseline'
  | 'fontKerning'
  | 'textRendering'
>;

/** What is marked in a graph. */
export interface Marks {
  /** Box pointed at, by its place in the columns; -1 for none. */
  readonly hovered: number;
  /** Function selected; -1 for none. */
  readonly frame: number;
  /** The box of it that is selected, where that is known; it is marked even if it is too narrow to be drawn. */
  readonly box: MarkedPlace | null;
  /** The box that is pointed at on the other side of a comparison. */
  readonly linked: MarkedPlace | null;
  /** What is written where a marked box is not there, having no width. */
  readonly missing: string;
}

/** Where a marked box stands; without width where it is not there. */
interface MarkedPlace {
  readonly node: number;
  readonly depth: number;
  readonly x: number;
  readonly weight: number;
}

/** An outline no narrower than this, in px, so that a selected sliver can be found. */
const NARROWEST_OUTLINE = 5;

/** How marks are drawn. */
export interface MarkStyle {
  readonly inks: Inks;
  readonly font: LabelFont;
  /** Pixels of the canvas for each px. */
  readonly ratio: number;
}

/** Draws outlines over the boxes of a slice. */
export function drawMarks(
  ctx: MarkContext,
  boxes: FlameBoxes,
  slice: FlameSlice,
  marks: Marks,
  style: MarkStyle,
): void {
  const { pane, viewport } = boxes;
  const { inks, ratio } = style;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, pane.viewWidth, pane.viewHeight);
  if (marks.frame >= 0) drawRelated(ctx, boxes, slice, marks, style);
  if (marks.hovered >= 0 && marks.hovered < boxes.length) {
    const { left, width } = boxEdges(boxes, marks.hovered, ratio);
    const top = viewYOf(viewport, pane, boxes.depth[marks.hovered] ?? 0);
    outline(ctx, { left, top, width, height: pane.rowHeight - 1 }, 1, inks.hovered);
  }
  for (const [place, line, color] of [
    [marks.linked, 1, inks.hovered],
    [marks.box, 2, inks.selected],
  ] as const) {
    if (place === null) continue;
    if (place.weight > 0) outlinePlace(ctx, boxes, place, line, color);
    else drawMissing(ctx, boxes, place, marks.missing, style);
  }
}

function outlinePlace(
  ctx: MarkContext,
  { viewport, pane }: FlameBoxes,
  { x, weight, depth }: MarkedPlace,
  line: number,
  color: string,
): void {
  const left = Math.max(0, viewXOf(viewport, pane, x));
  const right = Math.min(pane.viewWidth, viewXOf(viewport, pane, x + weight));
  if (right < 0 || left > pane.viewWidth) return;
  const top = viewYOf(viewport, pane, depth);
  const box = { left, top, width: right - left - 1, height: pane.rowHeight - 1 };
  outline(ctx, box, line, color);
}

/** Half the width of the caret, and what is left around the word, in px. */
const CARET = 4;
const WORD_PADDING = 4;

/** A caret where a box would stand, with a word that says that it does not. */
function drawMissing(
  ctx: MarkContext,
  { viewport, pane }: FlameBoxes,
  { x, depth }: MarkedPlace,
  word: string,
  { inks, font }: MarkStyle,
): void {
  const at = viewXOf(viewport, pane, x);
  // What would stand at the very edge still has its caret in the pane.
  if (at < -1 || at > pane.viewWidth + 1) return;
  const middle = Math.min(pane.viewWidth - CARET, Math.max(CARET, at));
  const top = viewYOf(viewport, pane, depth);
  const height = pane.rowHeight - 1;
  setLabelFont(ctx, font);
  ctx.textBaseline = 'alphabetic';
  const width = ctx.measureText(word).width + 2 * WORD_PADDING;
  const isRoomRight = middle + CARET + width <= pane.viewWidth;
  const left = isRoomRight ? middle : middle - width;
  ctx.fillStyle = inks.selected;
  ctx.fillRect(left, top, width, height);
  ctx.beginPath();
  ctx.moveTo(middle - CARET, top - CARET);
  ctx.lineTo(middle + CARET, top - CARET);
  ctx.lineTo(middle, top + CARET);
  ctx.fill();
  ctx.fillRect(middle - 1, top, 2, height);
  ctx.fillStyle = inks.onSelected;
  const baseline = top + height / 2 + font.sizePx * BASELINE_BELOW_MIDDLE;
  ctx.fillText(word, left + WORD_PADDING, baseline);
}

function drawRelated(
  ctx: MarkContext,
  boxes: FlameBoxes,
  slice: FlameSlice,
  marks: Marks,
  { inks, ratio }: MarkStyle,
): void {
  for (let box = 0; box < boxes.length; box++) {
    const row = boxes.row[box] ?? 0;
    if (slice.frame[row] !== marks.frame || (boxes.merged[box] ?? 0) > 0) continue;
    if (slice.node[row] === marks.box?.node) continue;
    const { left, width } = boxEdges(boxes, box, ratio);
    const top = viewYOf(boxes.viewport, boxes.pane, boxes.depth[box] ?? 0);
    outline(ctx, { left, top, width, height: boxes.pane.rowHeight - 1 }, 1, inks.related);
  }
}

/** A frame inside a rectangle; a narrow one is widened about its middle, and filled. */
function outline(
  ctx: MarkContext,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
  line: number,
  color: string,
): void {
  if (width < NARROWEST_OUTLINE) {
    const wide = line > 1 ? NARROWEST_OUTLINE : Math.max(2, width);
    ctx.fillStyle = color;
    ctx.fillRect(left + width / 2 - wide / 2, top, wide, height);
    return;
  }
  ctx.strokeStyle = color;
  ctx.lineWidth = line;
  ctx.strokeRect(left + line / 2, top + line / 2, width - line, height - line);
}
