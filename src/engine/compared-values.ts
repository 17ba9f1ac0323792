import type { SideName } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import {
  pairSampleTypes,
  type SampleTypePair,
} from '../core/analysis/comparison/pair-sample-types.ts';
import {
  netTotalOf,
  normaliseRatio,
  scaleValues,
} from '../core/analysis/comparison/pprof-totals.ts';
import type { Profile } from '../core/profile/profile.ts';
import { shownScales } from '../core/units/fairness.ts';
import { baseOf, isNormalised, valuesKey } from './compared-view.ts';
import { RecentlyUsed } from './recently-used.ts';

/** What the values of each side are multiplied by. */
export type SideScales = readonly [before: number, after: number];

/**
 * The values of the samples of two profiles, as they are compared and as they are shown. To be compared, both
 * sides are brought to one unit, and the side after to the total of the one before where a view asks for that. To
 * be shown, compared values are divided by each side's divisor, if there is one.
 */
export class ComparedValues {
  /** Quantities that both or one of the profiles measured. */
  readonly sampleTypes: readonly SampleTypePair[];
  private readonly profiles: { readonly before: Profile; readonly after: Profile };
  private readonly netTotals = new RecentlyUsed<number>(KEPT_NET_TOTALS);

  constructor(before: Profile, after: Profile) {
    this.profiles = { before, after };
    this.sampleTypes = pairSampleTypes(before, after);
  }

  /** The quantity that a view compares. Throws when the sides do not both have it. */
  pairOf(view: View): SampleTypePair {
    const { sampleType } = baseOf(view);
    const pair = this.sampleTypes.find(
      ({ before, after }) => before === sampleType && after === view.sampleType,
    );
    if (pair === undefined) throw new Error('These two profiles did not both measure that.');
    return pair;
  }

  /** The values of the samples of a side, as they are compared. */
  of(view: View, side: SideName): Float64Array {
    const pair = this.pairOf(view);
    const values = this.profiles[side].samples.values[pair[side]];
    if (values === undefined) throw new Error('That profile has no such sample type.');
    const inUnit = scaleValues(values, factorOf(pair, side));
    if (side === 'before' || !isNormalised(view)) return inUnit;
    return scaleValues(inUnit, this.normaliseRatio(pair));
  }

  /** Whether a side's values are compared as its profile has them. */
  isAsMeasured(view: View, side: SideName): boolean {
    const isScaled = side === 'after' && isNormalised(view);
    return !isScaled && factorOf(this.pairOf(view), side) === 1;
  }

  /** What compared values are multiplied by to be shown. */
  shownScales(view: View): SideScales {
    return shownScales(baseOf(view).fairness, this.pairOf(view).type);
  }

  /** What the values that the profiles hold are multiplied by to be shown. */
  shownScalesOfProfiles(view: View): SideScales {
    const pair = this.pairOf(view);
    const [before, after] = this.shownScales(view);
    const ratio = isNormalised(view) ? this.normaliseRatio(pair) : 1;
    return [before * pair.beforeFactor, after * pair.afterFactor * ratio];
  }

  /**
   * What percentages of the net change refer to, the focus aside: as by pprof's -base where values are
   * shown as measured; of divided or scaled values pprof has none.
   */
  netTotal(view: View): number {
    const scales = this.shownScales(view);
    return this.netTotals.get(`${valuesKey(view)} ${scales.join(' ')}`, () => {
      const shown = (side: SideName, scale: number) => {
        const values = this.of(view, side);
        return scale === 1 ? values : values.map((value) => value * scale);
      };
      const { before, after } = this.profiles;
      return netTotalOf(before, after, [shown('before', scales[0]), shown('after', scales[1])]);
    });
  }

  private normaliseRatio(pair: SampleTypePair): number {
    return normaliseRatio(this.profiles.before, this.profiles.after, pair);
  }
}

const KEPT_NET_TOTALS = 8;

function factorOf({ beforeFactor, afterFactor }: SampleTypePair, side: SideName): number {
  return side === 'before' ? beforeFactor : afterFactor;
}
