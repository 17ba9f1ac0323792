import { CONFIDENCE_LEVEL } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import type { FrameBounds, Precision, TotalBounds } from '../bridge/frames-api.ts';
import { boundRows } from '../core/analysis/comparison/confidence.ts';
import {
  recoverSampling,
  type Sampling,
  sumRowSampling,
  sumTotalSampling,
} from '../core/analysis/comparison/sampling.ts';
import { gather, rowsWhere } from '../core/analysis/rows.ts';
import type { OpenProfile } from './open-profile.ts';
import { totalOf } from './totals.ts';

/** How far sampling noise reaches in the values of a view of one profile. */
export function precision(open: OpenProfile, view: View): Precision {
  const sampling = recover(open, view.sampleType);
  const known = 'reason' in sampling ? null : frameBounds(open, view, sampling);
  return {
    level: CONFIDENCE_LEVEL,
    totals: open.profile.sampleTypes.map((_, type) => ({
      total: totalOf(open.profile, type, view.focus, open.keptStacks(view.focus)),
      bounds: totalBounds(open, type, view),
    })),
    frames: known,
    reason: 'reason' in sampling ? sampling.reason : '',
  };
}

const recover = (open: OpenProfile, sampleType: number) =>
  recoverSampling(open.profile, sampleType, (moment) => open.heapDraws(moment));

function totalBounds(open: OpenProfile, sampleType: number, { focus }: View): TotalBounds | null {
  const sampling = recover(open, sampleType);
  if ('reason' in sampling) return null;
  const total = sumTotalSampling(open.profile, sampling, open.keptStacks(focus));
  const { low, high } = boundRows(total, CONFIDENCE_LEVEL);
  const bounds = { low: low[0] ?? Number.NaN, high: high[0] ?? Number.NaN };
  return Number.isNaN(bounds.low) ? null : bounds;
}

function frameBounds(open: OpenProfile, view: View, sampling: Sampling): FrameBounds {
  const [{ index, keeps }] = open.sides(view);
  const { flat, cum } = sumRowSampling(open.profile, index, sampling, keeps);
  const frame = rowsWhere(cum.rawCount.length, (row) => (cum.rawCount[row] ?? 0) > 0);
  const boundsOf = (sums: typeof flat) => {
    const { low, high } = boundRows(sums, CONFIDENCE_LEVEL);
    return { low: gather(low, frame), high: gather(high, frame) };
  };
  return { frame, flat: boundsOf(flat), cum: boundsOf(cum) };
}
