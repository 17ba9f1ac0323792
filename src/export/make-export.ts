import type { ExportPiece, ExportRequest, ExportWhat } from '../bridge/export-api.ts';
import { exportProfile } from './data/profile-export.ts';
import { exportStacks } from './data/stacks-export.ts';
import { exportTable } from './data/table-export.ts';
import { makePage } from './page/make-page.ts';
import { makePicture } from './picture/make-picture.ts';
import { reportMaker } from './report/make-report.ts';
import type { ExportTools } from './tools.ts';

/** Makes the files of one kind of export. */
type Maker<K extends ExportWhat['kind']> = (
  request: ExportRequest,
  what: Extract<ExportWhat, { kind: K }>,
  /** Name of the main file, which the user chose; files beside it derive theirs from it. */
  fileName: string,
  tools: ExportTools,
) => AsyncIterable<ExportPiece>;

const makers: { readonly [K in ExportWhat['kind']]?: Maker<K> } = {
  picture: makePicture,
  table: exportTable,
  stacks: exportStacks,
  profile: exportProfile,
  page: makePage,
  report: reportMaker(makePicture),
};

/**
 * Makes the files of an export, piece by piece; the pieces of a file follow one another, the main file's
 * first. Rejects with Error and a sentence for people where that cannot be done, and with what
 * `tools.report` throws.
 */
export async function* makeExport(
  request: ExportRequest,
  fileName: string,
  tools: ExportTools,
): AsyncGenerator<ExportPiece> {
  const make = makers[request.what.kind] as Maker<ExportWhat['kind']> | undefined;
  if (make === undefined) throw new Error('Allocscope does not know how to make such a file.');
  yield* make(request, request.what, fileName, tools);
}
