import type { Base, SampleTypePair } from '../bridge/comparison-api.ts';
import type { View } from '../bridge/engine-api.ts';
import { isDivided as isDividedBy, shownScales as scalesOf } from '../core/units/fairness.ts';
import type { Compared } from './compared.ts';

/** What the measured values of a quantity are multiplied with on each side to be shown. */
export function shownScales(
  { base }: Pick<View, 'base'>,
  quantity: Pick<SampleTypePair, 'type'> | null,
): readonly [before: number, after: number] {
  return base === null || quantity === null ? [1, 1] : scalesOf(base.fairness, quantity.type);
}

/** Whether values of a quantity are shown divided. */
export function isDivided(
  { base }: Pick<View, 'base'>,
  { type }: Pick<SampleTypePair, 'type'>,
): boolean {
  return base !== null && isDividedBy(base.fairness, type);
}

/** The quantity that a view compares. */
export function quantityOf(
  { summary }: Pick<Compared, 'summary'>,
  { sampleType, base }: Pick<View, 'sampleType' | 'base'>,
): SampleTypePair | null {
  return (
    summary.sampleTypes.find(
      ({ before, after }) => after === sampleType && before === base?.sampleType,
    ) ?? null
  );
}

/** Quantities that both sides measured. */
export function commonQuantities({
  summary,
}: Pick<Compared, 'summary'>): readonly SampleTypePair[] {
  return summary.sampleTypes.filter(({ before, after }) => before >= 0 && after >= 0);
}

/** A quantity's sums of all samples of both sides as they are shown, divided or scaled. */
export function shownTotals(
  { summary }: Pick<Compared, 'summary'>,
  quantity: SampleTypePair,
  view: Pick<View, 'base'>,
): { readonly before: number; readonly after: number } {
  const row = summary.sampleTypes.indexOf(quantity);
  const [scaleBefore, scaleAfter] = shownScales(view, quantity);
  const before = (summary.before[row] ?? 0) * scaleBefore;
  const after = (summary.after[row] ?? 0) * scaleAfter * sameTotalRatio(summary, row, view);
  return { before, after };
}

/** What a quantity's values after are multiplied with so that both sides have one total; 1 unless asked for. */
export function sameTotalRatio(
  { before, after }: Compared['summary'],
  row: number,
  { base }: Pick<View, 'base'>,
): number {
  if (base?.fairness.kind !== 'sameTotal') return 1;
  const sum = after[row] ?? 0;
  return sum === 0 ? 0 : (before[row] ?? 0) / sum;
}

/** Whether two ways to be fair are the same. */
export function isSameFairness(one: Base['fairness'], other: Base['fairness']): boolean {
  if (one.kind !== 'per' || other.kind !== 'per') return one.kind === other.kind;
  return one.before === other.before && one.after === other.after;
}
