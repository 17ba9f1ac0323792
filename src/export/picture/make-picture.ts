import type { ExportPiece, ExportRequest, PictureExport, Scene } from '../../bridge/export-api.ts';
import { PAGE_COLORS } from '../../core/drawing/page-colors.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { type ShownAs, viewTitle } from '../../words/caption/title.ts';
import { FONTS } from '../fonts/fonts.ts';
import type { ExportTools } from '../tools.ts';
import { type Composed, compose, MARGIN } from './compose.ts';
import { denominatorOf } from './denominator.ts';
import { checkSize, checkWidth } from './limits.ts';
import { footing } from './parts/footing.ts';
import { heading } from './parts/heading.ts';
import type { Sheet } from './parts/part.ts';
import { rasterise } from './raster.ts';
import { differenceBody } from './scenes/difference.ts';
import { graphBody } from './scenes/graph.ts';
import type { Body, SceneContext } from './scenes/scene.ts';
import { sidesBody } from './scenes/sides.ts';
import { summaryBody } from './scenes/summary.ts';
import { tableBody } from './scenes/table.ts';
import { asDrawable, asWritten } from './spelling.ts';
import { subjectOf } from './subject.ts';
import { SvgWriter } from './svg/svg-writer.ts';

/** Makes a picture: an SVG, or the PNG that it is as pixels. */
export async function* makePicture(
  request: ExportRequest,
  picture: PictureExport,
  fileName: string,
  tools: ExportTools,
): AsyncGenerator<ExportPiece> {
  checkWidth(picture);
  tools.report({ step: 'Drawing', done: 0, total: 0 });
  const drawn = await drawPicture(request, picture, tools);
  if (picture.format === 'svg') {
    yield { file: fileName, bytes: new TextEncoder().encode(drawn.svg) };
    return;
  }
  checkSize(drawn, picture.pixelRatio);
  for await (const bytes of rasterise(drawn, picture.pixelRatio, tools)) {
    yield { file: fileName, bytes };
  }
}

/** Draws the SVG of a picture. */
async function drawPicture(
  request: ExportRequest,
  { format, pixelRatio, viewWidth, theme, scene, caption }: PictureExport,
  tools: ExportTools,
): Promise<Composed> {
  await FONTS.load();
  const subject = await subjectOf(request, tools);
  const sheet: Sheet = {
    width: viewWidth - 2 * MARGIN,
    theme,
    colors: PAGE_COLORS[theme],
    writer: new SvgWriter(format === 'png' ? asDrawable : asWritten),
  };
  const body = await bodyOf(scene, { sheet, subject, tools, pixelRatio });
  const title = visibleText(caption.title ?? viewTitle(shownAs(scene), subject));
  const parts = {
    heading: heading(sheet, subject, caption, title, body.notes),
    body: body.part,
    legend: body.legend,
    footing: footing(sheet, caption, await denominatorOf(subject, tools), tools),
  };
  return compose(sheet, parts, caption, title);
}

function bodyOf(scene: Scene, context: SceneContext): Promise<Body> {
  switch (scene.kind) {
    case 'graph':
      return graphBody(scene, context);
    case 'sides':
      return sidesBody(scene, context);
    case 'difference':
      return differenceBody(scene, context);
    case 'table':
      return tableBody(scene, context);
    case 'summary':
      return summaryBody(context);
  }
}

const shownAs = ({ kind }: Scene): ShownAs => kind;
