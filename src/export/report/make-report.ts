import type {
  ExportPiece,
  ExportRequest,
  PictureExport,
  ReportExport,
} from '../../bridge/export-api.ts';
import {
  cautionWords,
  type ReportFile,
  type ReportPicture,
} from '../../core/text/report/report-document.ts';
import { reportMarkdown } from '../../core/text/report/report-markdown.ts';
import { formatMoment } from '../../words/format-time.ts';
import { subjectOf } from '../picture/subject.ts';
import type { ExportTools } from '../tools.ts';
import { pictureFileName } from './picture-file-name.ts';
import { askReport, sourceWords } from './report-document.ts';
import { reportHtml } from './report-html.ts';
import { type PlannedPicture, pictureExport, plannedPictures } from './report-pictures.ts';

/** Makes the file of a picture. */
type MakePicture = (
  request: ExportRequest,
  what: PictureExport,
  fileName: string,
  tools: ExportTools,
) => AsyncIterable<ExportPiece>;

/** What makes reports, with pictures of `makePicture`. */
export const reportMaker = (makePicture: MakePicture) =>
  async function* makeReport(
    request: ExportRequest,
    what: ReportExport,
    fileName: string,
    tools: ExportTools,
  ): AsyncGenerator<ExportPiece> {
    const progress = (step: string, done: number) => tools.report({ step, done, total: 0 });
    progress('Asking for the figures', 0);
    const subject = await subjectOf(request, tools);
    const report = await askReport(subject, what.evidence, tools);
    const planned = plannedPictures(subject);
    const draw = (picture: PlannedPicture, file: string, theme = what.theme) =>
      makePicture(request, pictureExport(picture, what.format, theme), file, tools);
    const fileOf = ({ name }: PlannedPicture) => pictureFileName(fileName, name);
    const fileWith = (pictures: readonly ReportPicture[]): ReportFile => ({
      title: (what.title ?? '').trim(),
      source: sourceWords(subject),
      caution: cautionWords(report),
      notes: what.notes,
      pictures,
      made: `Made with Allocscope ${tools.version}, which reads profiles of Go programs, on ${formatMoment(tools.nowMillis)}.`,
    });

    if (what.format === 'md') {
      const pictures = planned.map((picture) => ({
        ...picture,
        image: { address: encodeURIComponent(fileOf(picture)) },
      }));
      yield { file: fileName, bytes: utf8.encode(reportMarkdown(report, fileWith(pictures))) };
      for (const picture of planned) yield* draw(picture, fileOf(picture));
      return;
    }
    const pictures: ReportPicture[] = [];
    for (const picture of planned) {
      const drawn = (theme: ReportExport['theme']) => textOf(draw(picture, fileOf(picture), theme));
      const svg = await drawn(what.theme);
      const paperSvg = what.theme === 'light' ? null : await drawn('light');
      pictures.push({ ...picture, image: { svg, paperSvg } });
    }
    progress('Writing', 0);
    yield {
      file: fileName,
      bytes: utf8.encode(await reportHtml(report, fileWith(pictures), what.theme)),
    };
  };

const utf8 = new TextEncoder();

/** All that is written of a file, as text. */
async function textOf(pieces: AsyncIterable<ExportPiece>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const { bytes } of pieces) text += decoder.decode(bytes, { stream: true });
  return text + decoder.decode();
}
