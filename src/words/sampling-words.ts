import type { ProfileSummary } from '../bridge/engine-api.ts';
import { formatInteger } from '../core/units/integer.ts';
import { formatValue } from '../core/units/quantity.ts';
import { describeSampleType } from '../core/units/sample-type-words.ts';

/** How finely was sampled: `512 KiB sampling`, `1 in 5 waits`; '' when the profile does not say. */
export function samplingWords({
  period,
  periodType,
}: Pick<ProfileSummary, 'period' | 'periodType'>): string {
  if (periodType === null || period <= 0) return '';
  if (periodType.unit !== 'count' && periodType.unit !== '') {
    return `${formatValue(period, periodType.unit)} sampling`;
  }
  const { one, many } = describeSampleType(periodType).noun;
  if (one === '') return '';
  return period === 1 ? `every ${one}` : `1 in ${formatInteger(period)} ${many}`;
}
