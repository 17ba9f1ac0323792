import { SIDES } from '../../../bridge/comparison-api.ts';
import type { SidesScene } from '../../../bridge/export-api.ts';
import { COLORINGS } from '../../../core/drawing/box-colors.ts';
import { INKS } from '../../../core/drawing/colors.ts';
import type { SideIndex } from '../../../core/layout/linked-viewport.ts';
import { lowerFirst } from '../../../core/text/lower-first.ts';
import { formatQuantity } from '../../../core/units/quantity.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';
import { comparedRootLabels } from '../../../words/compared-box-words.ts';
import { comparedFigures } from '../../../words/compared-figures.ts';
import { originLegend } from '../parts/origin-legend.ts';
import { beside, NOTHING, type Part, type Sheet, stacked } from '../parts/part.ts';
import { sideHead } from '../parts/side-head.ts';
import { comparedIn } from './compared-in.ts';
import { cutFlame, flamePart, paneOf, rootOf } from './flame.ts';
import { nothingHere } from './nothing-here.ts';
import { partNotes } from './part-notes.ts';
import type { Body, SceneContext } from './scene.ts';
import { searchMarks } from './search-marks.ts';

const BETWEEN_SIDES = 24;
/** In narrower pictures one side stands below the other, in px. */
const NARROWEST_BESIDE = 820;

const SCALE_NOTES: Readonly<Record<SidesScene['scale'], string>> = {
  shared: 'Both sides on one scale',
  own: 'Each side on its own scale: widths do not compare',
};

/** The flame graphs of both sides of a comparison. */
export async function sidesBody(scene: SidesScene, context: SceneContext): Promise<Body> {
  const { sheet, subject, tools, pixelRatio } = context;
  const { comparison } = comparedIn(subject);
  const root = await rootOf(tools, subject, null);
  const totals = root.sides.map(({ total }) => total[0] ?? 0);
  const weights = root.sides.map(({ weight }) => weight[0] ?? 0);
  const largest = Math.max(...weights);
  if (!(largest > 0)) return { part: nothingHere(sheet, subject), legend: NOTHING, notes: [] };
  const found = await searchMarks(context, scene.search);
  const isBeside = sheet.width >= NARROWEST_BESIDE;
  const width = isBeside ? Math.floor((sheet.width - BETWEEN_SIDES) / 2) : sheet.width;
  const wholeOf = (side: SideIndex) =>
    scene.scale === 'shared' ? largest : weights[side] || largest;
  const cut = (side: SideIndex) =>
    cutFlame(tools, subject, side, scene.parts?.[side] ?? null, width, wholeOf(side));
  const cuts = [await cut(0), await cut(1)] as const;
  const pane = paneOf(cuts, scene.orientation);
  const colors = COLORINGS[scene.colorBy](subject.frames, sheet.theme);
  const half: Sheet = { ...sheet, width };
  const sidePart = (side: SideIndex): Part => {
    const figures = comparedFigures(comparison, subject.view, side);
    const { title } = describeSampleType(figures.type);
    const total = formatQuantity((totals[side] ?? 0) * figures.scales[side], figures.type);
    return stacked(
      [
        sideHead(half, SIDES[side], `${lowerFirst(title)} ${figures.per}`.trim(), total),
        flamePart(half, subject, cuts[side], pane, {
          colors,
          highlighted: found.highlighted,
          rootLabels: comparedRootLabels(totals, figures),
          pixelRatio,
        }),
      ],
      4,
    );
  };
  const part = isBeside
    ? beside([
        { left: 0, part: sidePart(0) },
        { left: sheet.width - width, part: sidePart(1) },
      ])
    : stacked([sidePart(0), sidePart(1)], 16);
  const ground = INKS[sheet.theme].root;
  return {
    part,
    legend: originLegend(sheet, subject.frames, cuts, scene.colorBy, found.highlighted, {
      removed: ground,
      added: ground,
    }),
    notes: [
      SCALE_NOTES[scene.scale],
      ...partNotes(subject, cuts[0], pane, wholeOf(0)),
      ...found.notes,
    ],
  };
}
