import type { GraphScene } from '../../../bridge/export-api.ts';
import { COLORINGS } from '../../../core/drawing/box-colors.ts';
import { rootLabels } from '../../../words/box-words.ts';
import { originLegend } from '../parts/origin-legend.ts';
import { NOTHING } from '../parts/part.ts';
import { cutFlame, flamePart, paneOf, rootOf } from './flame.ts';
import { nothingHere } from './nothing-here.ts';
import { partNotes } from './part-notes.ts';
import type { Body, SceneContext } from './scene.ts';
import { searchMarks } from './search-marks.ts';

/** The flame graph of one profile. */
export async function graphBody(scene: GraphScene, context: SceneContext): Promise<Body> {
  const { sheet, subject, tools, pixelRatio } = context;
  const { frames, profile, view } = subject;
  const root = await rootOf(tools, subject, null);
  const whole = root.weight[0] ?? 0;
  if (!(whole > 0)) return { part: nothingHere(sheet, subject), legend: NOTHING, notes: [] };
  const found = await searchMarks(context, scene.search);
  const cut = await cutFlame(tools, subject, null, scene.part, sheet.width, whole);
  const colors = COLORINGS[scene.colorBy](frames, sheet.theme);
  const pane = paneOf([cut], scene.orientation);
  const part = flamePart(sheet, subject, cut, pane, {
    colors,
    highlighted: found.highlighted,
    rootLabels: rootLabels(root.total[0] ?? 0, profile.sampleTypes[view.sampleType]),
    pixelRatio,
  });
  return {
    part,
    legend: originLegend(sheet, frames, [cut], scene.colorBy, found.highlighted, null),
    notes: [...partNotes(subject, cut, pane, whole), ...found.notes],
  };
}
