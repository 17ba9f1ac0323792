import type { View } from '../bridge/engine-api.ts';
import { visibleText } from '../core/text/visible-text.ts';
import type { Compared } from './compared.ts';

/** What shown values are per: `per request`, `at the same total`; '' for values as measured. */
export function perWords({ per }: Pick<Compared, 'per'>, { base }: Pick<View, 'base'>): string {
  if (base?.fairness.kind === 'sameTotal') return 'at the same total';
  if (base?.fairness.kind !== 'per') return '';
  return `per ${visibleText(per ?? '') || 'unit'}`;
}
