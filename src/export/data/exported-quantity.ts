import type { View } from '../../bridge/engine-api.ts';
import type { ExportRequest } from '../../bridge/export-api.ts';
import type { Quantity } from '../../core/text/comparison/quantity-words.ts';
import { FrameTexts } from '../../words/frame-texts.ts';
import { shownQuantity } from '../../words/shown-quantity.ts';
import type { ExportTools } from '../tools.ts';

/** What a request is about. Rejects with a sentence when its profiles did not measure it. */
export async function quantityOfRequest(
  { view, per }: Pick<ExportRequest, 'view' | 'per'>,
  tools: ExportTools,
): Promise<Quantity> {
  if (view.base === null) {
    const sampleType = tools.profile(view.profile).sampleTypes[view.sampleType];
    if (sampleType === undefined) throw new Error('That profile has no such sample type.');
    return { sampleType, per: null };
  }
  const sides = { before: view.base.profile, after: view.profile };
  const summary = await tools.ask('comparison', sides);
  const quantity = shownQuantity({ summary, per }, view);
  if (quantity === null) throw new Error('These two profiles did not both measure that.');
  return quantity;
}

/** The frames of a view with their texts. */
export async function framesOfView(view: View, tools: ExportTools): Promise<FrameTexts> {
  const { profile, granularity, inlines, base } = view;
  return new FrameTexts(await tools.ask('frames', { profile, granularity, inlines, base }));
}
