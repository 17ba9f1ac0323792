import type { View } from '../../../../bridge/engine-api.ts';
import type { SideIndex } from '../../../../core/layout/linked-viewport.ts';
import { quantityOf, shownScales } from '../../../../words/fairness.ts';
import { perWords } from '../../../../words/per-words.ts';
import type { ShownComparison } from '../../../state/use-app.ts';
import type { Compared } from '../../flame/flame-types.ts';

/** What the numbers of a comparison mean in a graph of one side, or of both as one (null). */
export function comparedIn(
  { comparison }: Pick<ShownComparison, 'comparison'>,
  view: View,
  key: string,
  drawn: SideIndex | null,
): Compared {
  const quantity = quantityOf(comparison, view);
  const { type = '', unit = '' } = quantity ?? {};
  const per = perWords(comparison, view, quantity);
  return { key, drawn, type: { type, unit }, scales: shownScales(view, quantity), per };
}
