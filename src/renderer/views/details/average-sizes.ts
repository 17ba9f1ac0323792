import type { ValueType } from '../../../core/profile/profile.ts';
import { averageSizePair } from '../../../core/units/average-size-pair.ts';
import { formatBytes } from '../../../core/units/bytes.ts';

/** Average sizes of objects, of a function itself and with what it calls, as texts. */
export interface AverageSizes {
  readonly title: string;
  readonly flat: string;
  readonly cum: string;
}

/** The average sizes that a profile's sample types allow, one for each pair of space and objects. */
export function averageSizes(
  sampleTypes: readonly ValueType[],
  flat: readonly number[],
  cum: readonly number[],
): AverageSizes[] {
  return sampleTypes.flatMap(({ type }, index) => {
    const pair = averageSizePair(sampleTypes, index);
    if (pair === null || pair.objects !== index) return [];
    const size = (values: readonly number[]) => {
      const objects = values[pair.objects] ?? 0;
      return formatBytes(objects === 0 ? Number.NaN : (values[pair.space] ?? 0) / objects);
    };
    const title = type.startsWith('inuse_') ? 'Average size, live' : 'Average size';
    return [{ title, flat: size(flat), cum: size(cum) }];
  });
}
