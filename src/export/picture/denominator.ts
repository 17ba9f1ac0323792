import { denominatorWords } from '../../words/denominator-words.ts';
import { quantityOf, shownTotals } from '../../words/fairness.ts';
import { perWords } from '../../words/per-words.ts';
import { PPROF_MODES, percentWords } from '../../words/percent-words.ts';
import type { ExportTools } from '../tools.ts';
import type { Subject } from './subject.ts';

/** What the percentages of a view are of, as the status bar of the page says it. */
export async function denominatorOf(
  { view, profile, compared, percentOf }: Subject,
  { ask }: Pick<ExportTools, 'ask'>,
): Promise<string> {
  if (compared === null) return denominatorWords(profile, view);
  const { comparison } = compared;
  const quantity = quantityOf(comparison, view);
  if (quantity === null) return '';
  const net = percentOf === 'net' ? await ask('netTotal', { view }) : null;
  const totals = { ...shownTotals(comparison, quantity, view), net };
  const words = percentWords(
    percentOf,
    quantity,
    totals,
    perWords(comparison, view, quantity),
    view,
  );
  const mode = PPROF_MODES[percentOf];
  return mode === '' ? words : `${words} (${mode})`;
}
