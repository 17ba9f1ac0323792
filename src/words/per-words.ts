import type { SampleTypePair } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import { visibleText } from '../core/text/visible-text.ts';
import { formatInteger } from '../core/units/integer.ts';
import type { Compared } from './compared.ts';
import { isDivided } from './fairness.ts';

/** What shown values of a quantity are per: `per request`, `at the same total`; '' for values as measured. */
export function perWords(
  comparison: Pick<Compared, 'per'>,
  view: Pick<View, 'base'>,
  quantity: Pick<SampleTypePair, 'type'> | null,
): string {
  if (view.base?.fairness.kind === 'sameTotal') return 'at the same total';
  const per = perWord(comparison, view, quantity);
  return per === null ? '' : `per ${visibleText(per)}`;
}

/** What shown values of a quantity are divided by one of; null where they are not divided. */
export function perWord(
  { per }: Pick<Compared, 'per'>,
  view: Pick<View, 'base'>,
  quantity: Pick<SampleTypePair, 'type'> | null,
): string | null {
  if (quantity === null || !isDivided(view, quantity)) return null;
  return visibleText(per ?? '').trim() === '' ? 'unit' : per;
}

/** What values are divided by, with all its digits: `80,000`, `12.5`. */
export const divisorText = (divisor: number): string =>
  Number.isInteger(divisor) ? formatInteger(divisor) : String(divisor);
