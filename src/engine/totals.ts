import type { FocusRule } from '../core/analysis/focus.ts';
import { reportTotal, sumMagnitudes } from '../core/analysis/top.ts';
import type { Profile } from '../core/profile/profile.ts';

/**
 * What percentages of a sample type refer to: as in pprof's report of the whole profile, or the sum of
 * magnitudes of what a focus keeps; `keeps` belongs to the focus.
 */
export function totalOf(
  profile: Profile,
  sampleType: number,
  focus: FocusRule | null,
  keeps: Uint8Array | null,
): number {
  return focus === null
    ? reportTotal(profile, sampleType)
    : sumMagnitudes(profile, sampleType, keeps);
}
