import type { View } from '../../../../bridge/engine-api.ts';
import { quantityOf } from '../../../../words/fairness.ts';
import { perWords } from '../../../../words/per-words.ts';
import { useShownComparison } from '../../../state/use-app.ts';

/** What the values of a view are per, such as `per request`; '' where they are as measured. */
export function usePerWords(view: View): string {
  const shown = useShownComparison();
  if (shown === null || view.base === null) return '';
  return perWords(shown.comparison, view, quantityOf(shown.comparison, view));
}
