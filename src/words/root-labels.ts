import type { SideIndex } from '../core/layout/linked-viewport.ts';
import type { ValueType } from '../core/profile/profile.ts';
import { formatQuantity, formatValue } from '../core/units/quantity.ts';

/** The text on the box of all samples, longest form first. */
export function rootLabels(total: number, sampleType: ValueType | undefined): string[] {
  if (sampleType === undefined) return ['all'];
  return [`all · ${formatQuantity(total, sampleType)}`, 'all'];
}

/** What the numbers of a comparison mean in a graph. */
export interface ComparedNumbers {
  /** The side that is drawn; null for both as one graph. */
  readonly drawn: SideIndex | null;
  /** What both sides measured. */
  readonly type: ValueType;
  /** What a measured value of each side is multiplied with to be shown. */
  readonly scales: readonly [before: number, after: number];
  /** What shown values are per, such as `per request`; '' for values as measured. */
  readonly per: string;
}

/** The same in a comparison, for the measured totals of both sides. */
export function comparedRootLabels(totals: readonly number[], compared: ComparedNumbers): string[] {
  const { drawn, type, scales } = compared;
  const shown = ([0, 1] as const).map((side) => (totals[side] ?? 0) * scales[side]);
  const [before = 0, after = 0] = shown;
  const value =
    drawn === null
      ? `${formatValue(before, type.unit)} → ${formatQuantity(after, type)}`
      : formatQuantity(shown[drawn] ?? 0, type);
  return [`all · ${withPer(value, compared)}`, `all · ${value}`, 'all'];
}

/** A quantity with what it is per. */
export function withPer(quantity: string, { per }: Pick<ComparedNumbers, 'per'>): string {
  return per === '' ? quantity : `${quantity} ${per}`;
}
