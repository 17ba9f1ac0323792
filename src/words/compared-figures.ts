import type { View } from '../bridge/engine-api.ts';
import type { SideIndex } from '../core/layout/linked-viewport.ts';
import type { ComparedFigures } from './box-figures.ts';
import type { Compared } from './compared.ts';
import { quantityOf, shownScales } from './fairness.ts';
import { perWords } from './per-words.ts';

/** What the numbers of a comparison mean in a graph of one side, or of both as one (null). */
export function comparedFigures(
  comparison: Compared,
  view: View,
  drawn: SideIndex | null,
): ComparedFigures {
  const quantity = quantityOf(comparison, view);
  const { type = '', unit = '' } = quantity ?? {};
  const per = perWords(comparison, view, quantity);
  return { drawn, type: { type, unit }, scales: shownScales(view, quantity), per };
}
