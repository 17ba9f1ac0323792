import { SIDES } from '../../../bridge/comparison-api.ts';
import type { GraphPart } from '../../../bridge/export-api.ts';
import type { BoxColors } from '../../../core/drawing/box-colors.ts';
import { INKS } from '../../../core/drawing/colors.ts';
import { drawFlame } from '../../../core/drawing/draw-flame.ts';
import { oneSidedRow } from '../../../core/drawing/draw-one-sided.ts';
import { FlameLook } from '../../../core/drawing/flame-look.ts';
import { LabelFitter } from '../../../core/drawing/label-fitter.ts';
import type { LabelFont } from '../../../core/drawing/label-font.ts';
import {
  emptyBoxes,
  type FlameBoxes,
  layoutBoxes,
  NARROWEST_BOX_PX,
} from '../../../core/layout/flame-boxes.ts';
import { type FlameSlice, ROOT_ONLY } from '../../../core/layout/flame-slice.ts';
import type { SideIndex } from '../../../core/layout/linked-viewport.ts';
import {
  type Orientation,
  type Pane,
  rowHeightFor,
  type Viewport,
  viewYOf,
  weightPerPixel,
  wholeGraph,
} from '../../../core/layout/viewport.ts';
import type { ExportTools } from '../../tools.ts';
import { remainderPattern, removedPattern } from '../parts/hatches.ts';
import type { Part, Sheet } from '../parts/part.ts';
import type { Subject } from '../subject.ts';
import { SvgSurface } from '../svg/svg-surface.ts';

/** Labels are a little heavier than other text: they stand on colours. */
const LABELS: LabelFont = { css: '500 11.5px Inter', sizePx: 11.5 };

/** The height that rows of a whole graph share as if it were a window's. */
const USUAL_HEIGHT = 560;

/** A flame graph before its rows have a height: what of the tree is shown. */
export interface FlameCut {
  readonly slice: FlameSlice;
  readonly viewport: Viewport;
  readonly viewWidth: number;
  /** Rows from the root's on, up to the deepest that is seen. */
  readonly rows: number;
  /** What the window is like; null for the whole graph. */
  readonly shown: GraphPart | null;
}

/** The root's row of a tree alone: what there is in all. */
export function rootOf(
  { ask }: Pick<ExportTools, 'ask'>,
  { view }: Subject,
  side: SideIndex | null,
): Promise<FlameSlice> {
  return ask('slice', { view, window: ROOT_ONLY, side: side === null ? null : SIDES[side] });
}

/**
 * Asks for what a graph shows: a part of it as in a window, or the whole on `wholeWeight` (its own weight, or
 * that of a larger graph which it shares its scale with).
 */
export async function cutFlame(
  { ask }: Pick<ExportTools, 'ask'>,
  { view }: Subject,
  side: SideIndex | null,
  shown: GraphPart | null,
  viewWidth: number,
  wholeWeight: number,
): Promise<FlameCut> {
  const viewport = shown?.viewport ?? wholeGraph(wholeWeight);
  const pane = unboundedPane(viewWidth);
  const window = {
    x0: viewport.weightX0,
    x1: viewport.weightX1,
    minWeight: weightPerPixel(viewport, pane) * NARROWEST_BOX_PX,
  };
  const slice = await ask('slice', { view, window, side: side === null ? null : SIDES[side] });
  const boxes = emptyBoxes();
  layoutBoxes(slice, { ...viewport, scroll: 0 }, pane, boxes);
  return { slice, viewport, viewWidth, rows: boxes.length === 0 ? 0 : boxes.deepest + 1, shown };
}

const unboundedPane = (viewWidth: number): Pane => ({
  viewWidth,
  viewHeight: Number.MAX_SAFE_INTEGER,
  rowHeight: 1,
  orientation: 'icicle',
});

/** Where graphs are drawn that stand side by side, so that their rows are on one height. */
export function paneOf(
  cuts: readonly FlameCut[],
  orientation: Orientation,
): Omit<Pane, 'viewWidth'> {
  const rows = Math.max(1, ...cuts.map((cut) => cut.rows));
  const shown = cuts[0]?.shown ?? null;
  const rowHeight = shown?.rowHeight ?? rowHeightFor(USUAL_HEIGHT, rows);
  const scroll = Math.max(0, ...cuts.map(({ viewport }) => viewport.scroll));
  const needed = Math.max(rowHeight, rows * rowHeight - scroll);
  const viewHeight = shown === null ? needed : Math.min(needed, shown.viewHeight);
  return { viewHeight, rowHeight, orientation };
}

/** How a graph looks. */
export interface FlameStyle {
  readonly colors: BoxColors;
  /** A 1 for each frame that a search found; null while nothing is searched for. */
  readonly highlighted: Uint8Array | null;
  readonly rootLabels: readonly string[];
  /** Pixels of the picture to each px: edges stand on them. */
  readonly pixelRatio: number;
}

/** Draws a graph. */
export function flamePart(
  { theme, writer }: Sheet,
  { frames }: Subject,
  { slice, viewport, viewWidth }: FlameCut,
  pane: Omit<Pane, 'viewWidth'>,
  { colors, highlighted, rootLabels, pixelRatio }: FlameStyle,
): Part {
  const boxes = emptyBoxes();
  layoutBoxes(slice, viewport, { ...pane, viewWidth }, boxes);
  return {
    height: pane.viewHeight,
    draw: (x, y) => {
      const surface = new SvgSurface(writer);
      surface.font = LABELS.css;
      const fitter = new LabelFitter((text) => surface.measureText(text).width);
      const look = new FlameLook(slice, frames, fitter, {
        theme,
        colors,
        highlighted,
        rootLabels,
        hatch: remainderPattern(writer, theme),
        oneSided:
          slice.sides.length === 0
            ? null
            : {
                of: (row) => oneSidedRow(slice, row),
                hatch: removedPattern(writer, theme),
                bar: INKS[theme].added,
              },
      });
      writer.beginPart(x, y, isCut(boxes) ? { width: viewWidth, height: pane.viewHeight } : null);
      drawFlame(surface, boxes, look, LABELS, pixelRatio);
      surface.flush();
      writer.end();
    },
  };
}

/** Whether rows reach over an edge of the pane. Only then there is a clip: to draw with one takes ten times as long. */
function isCut({ length, depth, viewport, pane }: FlameBoxes): boolean {
  for (let box = 0; box < length; box++) {
    const top = viewYOf(viewport, pane, depth[box] ?? 0);
    if (top < 0 || top + pane.rowHeight > pane.viewHeight) return true;
  }
  return false;
}
