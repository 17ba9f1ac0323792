import type { FlameBoxes } from '../layout/flame-boxes.ts';
import { viewYOf } from '../layout/viewport.ts';
import { boxEdges, GAP, snapped } from './box-edges.ts';
import { drawOneSided, type OneSidedLook } from './draw-one-sided.ts';
import { BASELINE_BELOW_MIDDLE, type LabelFont, setLabelFont } from './label-font.ts';
import type { Paint, Surface } from './surface.ts';

/** What of a canvas's context the drawing needs: a test can stand in for it. */
export type FlameContext = Pick<
  Surface,
  | 'setTransform'
  | 'clearRect'
  | 'fillRect'
  | 'fillText'
  | 'fillStyle'
  | 'font'
  | 'textBaseline'
  | 'fontKerning'
  | 'textRendering'
>;

/** What the boxes of a slice look like, by row of the slice. */
export interface BoxLook {
  /** Colour of a box, and of the text on it. */
  fill(row: number): string;
  ink(row: number): string;
  /** The text that fits; '' for none. */
  label(row: number, maxWidth: number): string;
  /** Ground of remainders too narrow for lines across them, and of those with. */
  readonly remainder: string;
  readonly hatch: Paint;
  /** Marks of what one side of a comparison does not have; null for one profile. */
  readonly oneSided: OneSidedLook | null;
}

/** Space beside a label, in px. */
const PADDING = 4;
/** Boxes narrower than this get no label, and remainders no lines: neither could be made out. */
const NARROWEST_LABELLED = 22;
const NARROWEST_HATCHED = 3;

/** Draws boxes and their labels. `ratio` is the screen's density: edges stand on its pixels. */
export function drawFlame(
  ctx: FlameContext,
  boxes: FlameBoxes,
  look: BoxLook,
  font: LabelFont,
  ratio: number,
): void {
  const { viewWidth, viewHeight } = boxes.pane;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, viewWidth, viewHeight);
  drawBoxes(ctx, boxes, look, ratio);
  if (look.oneSided !== null) drawOneSided(ctx, boxes, look.oneSided, ratio);
  drawLabels(ctx, boxes, look, font, ratio);
}

function drawBoxes(ctx: FlameContext, boxes: FlameBoxes, look: BoxLook, ratio: number): void {
  const { pane, viewport } = boxes;
  const height = pane.rowHeight - GAP;
  for (const [style, members] of boxesByStyle(boxes, look)) {
    ctx.fillStyle = style;
    for (const box of members) {
      const { left, width } = boxEdges(boxes, box, ratio);
      const top = snapped(viewYOf(viewport, pane, boxes.depth[box] ?? 0), ratio);
      ctx.fillRect(left, top, width, height);
    }
  }
}

/**
 * The boxes, those of one colour together: to set a colour costs more than to fill a rectangle, and
 * neighbours mostly differ in colour.
 */
export function boxesByStyle(boxes: FlameBoxes, look: BoxLook): Map<Paint, number[]> {
  const groups = new Map<Paint, number[]>();
  for (let box = 0; box < boxes.length; box++) {
    const isRemainder = (boxes.merged[box] ?? 0) > 0;
    const isWide = (boxes.viewWidth[box] ?? 0) >= NARROWEST_HATCHED;
    const remainder = isWide ? look.hatch : look.remainder;
    const style = isRemainder ? remainder : look.fill(boxes.row[box] ?? 0);
    const group = groups.get(style);
    if (group === undefined) groups.set(style, [box]);
    else group.push(box);
  }
  return groups;
}

function drawLabels(
  ctx: FlameContext,
  boxes: FlameBoxes,
  look: BoxLook,
  font: LabelFont,
  ratio: number,
): void {
  const { pane, viewport } = boxes;
  const baseline = pane.rowHeight / 2 - GAP / 2 + font.sizePx * BASELINE_BELOW_MIDDLE;
  setLabelFont(ctx, font);
  ctx.textBaseline = 'alphabetic';
  let ink = '';
  for (let box = 0; box < boxes.length; box++) {
    if ((boxes.viewWidth[box] ?? 0) < NARROWEST_LABELLED || (boxes.merged[box] ?? 0) > 0) continue;
    const { left, width } = boxEdges(boxes, box, ratio);
    const row = boxes.row[box] ?? 0;
    const label = look.label(row, width - 2 * PADDING);
    if (label === '') continue;
    const wanted = look.ink(row);
    if (wanted !== ink) {
      ink = wanted;
      ctx.fillStyle = wanted;
    }
    const top = viewYOf(viewport, pane, boxes.depth[box] ?? 0);
    ctx.fillText(label, left + PADDING, snapped(top + baseline, ratio));
  }
}
