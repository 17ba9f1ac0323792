import type { DifferenceScene } from '../../../bridge/export-api.ts';
import { changeColoring } from '../../../core/drawing/change-colors.ts';
import type { SideIndex } from '../../../core/layout/linked-viewport.ts';
import { comparedRootLabels } from '../../../words/compared-box-words.ts';
import { comparedFigures } from '../../../words/compared-figures.ts';
import { changeLegend } from '../parts/change-legend.ts';
import { NOTHING } from '../parts/part.ts';
import { comparedIn } from './compared-in.ts';
import { cutFlame, flamePart, paneOf, rootOf } from './flame.ts';
import { nothingHere } from './nothing-here.ts';
import { partNotes } from './part-notes.ts';
import type { Body, SceneContext } from './scene.ts';
import { searchMarks } from './search-marks.ts';

const DRAWN: Readonly<Record<DifferenceScene['width'], SideIndex | null>> = {
  both: null,
  before: 0,
  after: 1,
};

const WIDTH_NOTES: Readonly<Record<DifferenceScene['width'], string>> = {
  both: 'Boxes are as wide as before and after together',
  before: 'Boxes are as wide as before',
  after: 'Boxes are as wide as after',
};

/** The flame graph of what changed. */
export async function differenceBody(scene: DifferenceScene, context: SceneContext): Promise<Body> {
  const { sheet, subject, tools, pixelRatio } = context;
  const { comparison } = comparedIn(subject);
  const drawn = DRAWN[scene.width];
  const root = await rootOf(tools, subject, drawn);
  const whole = root.weight[0] ?? 0;
  if (!(whole > 0)) return { part: nothingHere(sheet, subject), legend: NOTHING, notes: [] };
  const found = await searchMarks(context, scene.search);
  const cut = await cutFlame(tools, subject, drawn, scene.part, sheet.width, whole);
  const figures = comparedFigures(comparison, subject.view, drawn);
  const totals = [root.sides[0]?.total[0] ?? 0, root.sides[1]?.total[0] ?? 0] as const;
  const pane = paneOf([cut], scene.orientation);
  const part = flamePart(sheet, subject, cut, pane, {
    colors: changeColoring(figures.scales, scene.changeColor)(subject.frames, sheet.theme),
    highlighted: found.highlighted,
    rootLabels: comparedRootLabels(totals, figures),
    pixelRatio,
  });
  return {
    part,
    legend: changeLegend(sheet, cut, scene.changeColor, totals, figures),
    notes: [WIDTH_NOTES[scene.width], ...partNotes(subject, cut, pane, whole), ...found.notes],
  };
}
