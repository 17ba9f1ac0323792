import type { ComparisonSummary } from '../../../../bridge/comparison-api.ts';
import { visibleText } from '../../../../core/text/visible-text.ts';

/** Which quantities only one side measured: `Only after measured cpu.`; '' when there are none. */
export function oneSidedWords({ sampleTypes }: Pick<ComparisonSummary, 'sampleTypes'>): string {
  const only = (side: 'before' | 'after', other: 'before' | 'after') => {
    const own = sampleTypes.filter((pair) => pair[side] >= 0 && pair[other] < 0);
    if (own.length === 0) return '';
    return `Only ${side} measured ${own.map(({ type }) => visibleText(type)).join(', ')}.`;
  };
  return [only('before', 'after'), only('after', 'before')].filter((text) => text !== '').join(' ');
}
