import type { View } from '../../../../bridge/engine-api.ts';
import type { FrameDetails, SideDetails } from '../../../../bridge/frames-api.ts';
import type { BothSides } from '../../../../core/text/comparison/change-sentence.ts';
import type { Quantity } from '../../../../core/text/comparison/quantity-words.ts';
import { averageSizePair } from '../../../../core/units/average-size-pair.ts';
import { commonQuantities, sameTotalRatio, shownScales } from '../../../../words/fairness.ts';
import { perWord } from '../../../../words/per-words.ts';
import type { Comparison } from '../../../state/comparisons.ts';

/** A function's values in a quantity, as they are shown: divided, scaled. */
export interface ComparedValues {
  readonly quantity: Quantity;
  /** Whether it is the quantity that the view compares. */
  readonly isViewed: boolean;
  readonly flat: BothSides;
  readonly cum: BothSides;
  /** Sums of magnitudes of each side's samples. */
  readonly totals: BothSides;
  /**
   * Average size in bytes of the objects that the function itself allocates, NaN on a side that has none;
   * null where neither has any, and for quantities that count no objects.
   */
  readonly averageSize: BothSides | null;
}

/** A function's values in all quantities that both sides measured; the one that the view compares first. */
export function comparedValues(
  { base, ...after }: FrameDetails,
  comparison: Comparison,
  view: View,
): ComparedValues[] {
  if (base === null) return [];
  const { summary } = comparison;
  const all = commonQuantities(comparison).map((sampleType): ComparedValues => {
    const [scaleBefore, scaleAfter] = shownScales(view, sampleType);
    const ratio = sameTotalRatio(summary, summary.sampleTypes.indexOf(sampleType), view);
    const toBefore = sampleType.beforeFactor * scaleBefore;
    const toAfter = sampleType.afterFactor * scaleAfter * ratio;
    const both = (values: 'flat' | 'cum' | 'totals'): BothSides => ({
      before: (base[values][sampleType.before] ?? 0) * toBefore,
      after: (after[values][sampleType.after] ?? 0) * toAfter,
    });
    return {
      quantity: { sampleType, per: perWord(comparison, view, sampleType) },
      isViewed: sampleType.after === view.sampleType && sampleType.before === view.base?.sampleType,
      flat: both('flat'),
      cum: both('cum'),
      totals: both('totals'),
      averageSize: averageSizes(comparison, sampleType.type, base, after),
    };
  });
  return [...all.filter(({ isViewed }) => isViewed), ...all.filter(({ isViewed }) => !isViewed)];
}

/** Sizes are no sums: neither divided nor scaled. */
function averageSizes(
  comparison: Comparison,
  type: string,
  before: SideDetails,
  after: Pick<SideDetails, 'flat'>,
): BothSides | null {
  const common = commonQuantities(comparison);
  const pair = averageSizePair(
    common,
    common.findIndex((quantity) => quantity.type === type),
  );
  const objects = pair && common[pair.objects];
  const space = pair && common[pair.space];
  if (objects == null || space == null || objects.type !== type) return null;
  const size = (bytes: number, count: number) => (count === 0 ? Number.NaN : bytes / count);
  const counts = [before.flat[objects.before] ?? 0, after.flat[objects.after] ?? 0] as const;
  if (counts[0] === 0 && counts[1] === 0) return null;
  return {
    before: size((before.flat[space.before] ?? 0) * space.beforeFactor, counts[0]),
    after: size((after.flat[space.after] ?? 0) * space.afterFactor, counts[1]),
  };
}
