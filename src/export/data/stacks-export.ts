import type { ExportPiece, ExportRequest, StacksExport } from '../../bridge/export-api.ts';
import { shownScales } from '../../words/fairness.ts';
import type { ExportTools } from '../tools.ts';
import { framesOfView, quantityOfRequest } from './exported-quantity.ts';
import { foldedStacks } from './folded.ts';
import { speedscopeFile } from './speedscope.ts';

/** The stacks of a view for other flame graph tools; docs/export.md says what is in them. */
export async function* exportStacks(
  request: ExportRequest,
  { format }: StacksExport,
  file: string,
  tools: ExportTools,
): AsyncGenerator<ExportPiece> {
  const { view } = request;
  const quantity = await quantityOfRequest(request, tools);
  const frames = await framesOfView(view, tools);
  const scales = shownScales(view, quantity.sampleType);
  const pieces =
    format === 'folded'
      ? foldedStacks(view, frames, scales, tools)
      : speedscopeFile(view, frames, quantity, scales, tools);
  for await (const bytes of pieces) yield { file, bytes };
}
