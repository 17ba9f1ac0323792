import type { View } from '../bridge/engine-api.ts';
import type { Quantity } from '../core/text/comparison/quantity-words.ts';
import type { Compared } from './compared.ts';
import { quantityOf } from './fairness.ts';
import { perWord } from './per-words.ts';

/** What a view compares, as it is shown; null when the sides do not both have it. */
export function shownQuantity(
  comparison: Compared,
  view: Pick<View, 'sampleType' | 'base'>,
): Quantity | null {
  const sampleType = quantityOf(comparison, view);
  return sampleType && { sampleType, per: perWord(comparison, view, sampleType) };
}
