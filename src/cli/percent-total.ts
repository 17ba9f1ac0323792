import type { SampleTypePair } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import { sumColumn } from '../core/analysis/column-sums.ts';
import { diffBaseTotal, netTotal } from '../core/analysis/comparison/pprof-totals.ts';
import type { Profile } from '../core/profile/profile.ts';
import type { OpenComparison } from '../engine/open-comparison.ts';
import type { PercentOf } from './view-options.ts';

/** What percentages refer to. */
export interface PercentTotal {
  /** Other than what was asked for where that is nothing. */
  readonly of: PercentOf;
  /** As shown: divided or normalised. */
  readonly total: number;
}

/**
 * What percentages refer to, as pprof's `-diff_base` has it of before and `-base` of the net change:
 * of all samples, whatever the focus. A side that is nothing gives way to the other one, as there.
 */
export function percentTotal(comparison: OpenComparison, view: View, of: PercentOf): PercentTotal {
  const pair = comparison.values.pairOf(view);
  const [{ scale: scaleBefore }, { scale: scaleAfter }] = comparison.sides(view);
  const before = shown(comparison, view, pair, 'before', scaleBefore);
  const after = shown(comparison, view, pair, 'after', scaleAfter);
  const inUnit = { ...pair, beforeFactor: 1, afterFactor: 1 };
  if (of === 'net') return { of, total: netTotal(before, after, inUnit) };
  const isNothing = (profile: Profile, column: number) =>
    sumColumn(profile.samples.values[column] ?? new Float64Array()).magnitude === 0;
  if (of === 'before') {
    const total = diffBaseTotal(before, after, inUnit);
    return { of: isNothing(before, pair.before) ? 'after' : 'before', total };
  }
  const turned = { ...inUnit, before: pair.after, after: pair.before };
  const total = diffBaseTotal(after, before, turned);
  return { of: isNothing(after, pair.after) ? 'before' : 'after', total };
}

/** A profile whose values of the quantity are those that are shown. */
function shown(
  comparison: OpenComparison,
  view: View,
  pair: SampleTypePair,
  side: 'before' | 'after',
  scale: number,
): Profile {
  const { profile } = comparison[side];
  const { samples } = profile;
  const compared = comparison.values.of(view, side);
  if (compared === samples.values[pair[side]] && scale === 1) return profile;
  const values = samples.values.slice();
  values[pair[side]] = scale === 1 ? compared : compared.map((value) => value * scale);
  return { ...profile, samples: { ...samples, values } };
}
