import type { ChangeColor } from '../core/drawing/change-colors.ts';
import { formatQuantity } from '../core/units/quantity.ts';
import type { ComparedFigures } from './box-figures.ts';

/** Shares at which the scale of changes has a mark. */
export const CHANGE_TICKS: Readonly<Record<ChangeColor, readonly number[]>> = {
  absolute: [-1, -0.25, -0.05, 0, 0.05, 0.25, 1],
  relative: [-1, -0.5, 0, 0.5, 1],
};

/** What is written at a mark: `−25%`, `0`, `≥ +100%` where larger ones have the same colour. */
export function changeTickWords(share: number, of: ChangeColor): string {
  if (share === 0) return '0';
  const isOpen = of === 'relative' && share === 1;
  const sign = share < 0 ? '−' : '+';
  return `${isOpen ? '≥ ' : ''}${sign}${Math.abs(share) * 100}%`;
}

/** What the percentages of the scale are of. Totals are those of each side as measured; null until they are known. */
export function changeScaleWords(
  of: ChangeColor,
  totals: readonly [before: number, after: number] | null,
  { type, scales, per }: Pick<ComparedFigures, 'type' | 'scales' | 'per'>,
): string {
  if (of === 'relative') return '% of the box’s own before';
  if (totals === null) return '% of the larger total';
  const [before, after] = [totals[0] * scales[0], totals[1] * scales[1]];
  const isBefore = Math.abs(before) >= Math.abs(after);
  const total = formatQuantity(isBefore ? before : after, type);
  return `% of the total ${isBefore ? 'before' : 'after'}, ${total} ${per}`.trim();
}
