import type { ExportPiece, ExportRequest, PageExport } from '../../bridge/export-api.ts';
import type { ExportTools } from '../tools.ts';
import { boundedSlice } from './bounded-slice.ts';
import { graphData } from './graph-data.ts';
import { pageHtml } from './page-html.ts';
import { pageSubject } from './page-subject.ts';
import { script, style } from './reader/main.ts?bundled';

/** Makes one HTML file that holds an interactive flame graph, its tables and its facts, and loads nothing. */
export async function* makePage(
  request: ExportRequest,
  what: PageExport,
  fileName: string,
  tools: ExportTools,
): AsyncGenerator<ExportPiece> {
  const report = (done: number) => tools.report({ step: 'Writing the page', done, total: 3 });
  report(0);
  const subject = await pageSubject({ ...request, what }, tools);
  report(1);
  const { slice, leastShare } = await boundedSlice(request.view, what.leastShare, tools);
  report(2);
  const graph = graphData(slice, subject.frames, {
    light: subject.coloring(subject.frames, 'light'),
    dark: subject.coloring(subject.frames, 'dark'),
  });
  const page = await pageHtml({
    what,
    subject,
    graph,
    leastShare,
    made: tools,
    reader: { script, style },
  });
  report(3);
  yield { file: fileName, bytes: new TextEncoder().encode(page) };
}
