import type { FlameBoxes } from '../../core/layout/flame-boxes.ts';
import type { FlameSlice } from '../../core/layout/flame-slice.ts';
import { viewXOf, viewYOf } from '../../core/layout/viewport.ts';
import type { Inks } from './colors.ts';
import { boxEdges } from './draw-flame.ts';

/** What of a canvas's context the marks need. */
export type MarkContext = Pick<
  CanvasRenderingContext2D,
  | 'setTransform'
  | 'clearRect'
  | 'fillRect'
  | 'strokeRect'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
>;

/** What is marked in a graph. */
export interface Marks {
  /** Box pointed at, by its place in the columns; -1 for none. */
  readonly hovered: number;
  /** Function selected; -1 for none. */
  readonly frame: number;
  /** The box of it that is selected, where that is known; it is marked even if it is too narrow to be drawn. */
  readonly box: {
    readonly node: number;
    readonly depth: number;
    readonly x: number;
    readonly weight: number;
  } | null;
}

/** An outline no narrower than this, in px, so that a selected sliver can be found. */
const NARROWEST_OUTLINE = 5;

/** Draws outlines over the boxes. */
export function drawMarks(
  ctx: MarkContext,
  boxes: FlameBoxes,
  slice: FlameSlice,
  marks: Marks,
  inks: Inks,
  ratio: number,
): void {
  const { pane, viewport } = boxes;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, pane.viewWidth, pane.viewHeight);
  if (marks.frame >= 0) drawRelated(ctx, boxes, slice, marks, inks, ratio);
  if (marks.hovered >= 0 && marks.hovered < boxes.length) {
    const { left, width } = boxEdges(boxes, marks.hovered, ratio);
    const top = viewYOf(viewport, pane, boxes.depth[marks.hovered] ?? 0);
    outline(ctx, left, top, width, pane.rowHeight - 1, 1, inks.hovered);
  }
  if (marks.box !== null) {
    const { x, weight, depth } = marks.box;
    const left = Math.max(0, viewXOf(viewport, pane, x));
    const right = Math.min(pane.viewWidth, viewXOf(viewport, pane, x + weight));
    if (right >= 0 && left <= pane.viewWidth) {
      const top = viewYOf(viewport, pane, depth);
      outline(ctx, left, top, right - left - 1, pane.rowHeight - 1, 2, inks.selected);
    }
  }
}

function drawRelated(
  ctx: MarkContext,
  boxes: FlameBoxes,
  slice: FlameSlice,
  marks: Marks,
  inks: Inks,
  ratio: number,
): void {
  for (let box = 0; box < boxes.length; box++) {
    const row = boxes.row[box] ?? 0;
    if (slice.frame[row] !== marks.frame || (boxes.merged[box] ?? 0) > 0) continue;
    if (slice.node[row] === marks.box?.node) continue;
    const { left, width } = boxEdges(boxes, box, ratio);
    const top = viewYOf(boxes.viewport, boxes.pane, boxes.depth[box] ?? 0);
    outline(ctx, left, top, width, boxes.pane.rowHeight - 1, 1, inks.related);
  }
}

/** A frame inside a rectangle; a narrow one is widened about its middle, and filled. */
function outline(
  ctx: MarkContext,
  left: number,
  top: number,
  width: number,
  height: number,
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
