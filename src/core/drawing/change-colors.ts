import type { FlameSlice } from '../layout/flame-slice.ts';
import type { Coloring } from './box-colors.ts';
import type { Theme } from './colors.ts';
import { hexOf } from './oklch.ts';

/**
 * What a change is a share of: the larger side's whole total, so that what matters stands out, or what the box
 * itself was before, so that small boxes do too.
 */
export type ChangeColor = 'absolute' | 'relative';

/** Steps of the scale: as many falls as rises, and no change in the middle. */
export const CHANGE_STEPS = 33;
const MIDDLE = (CHANGE_STEPS - 1) / 2;

/**
 * Hues of falls and rises, in degrees: a green with much blue in it and an orange, which those who confuse red
 * and green tell apart as blue and yellow.
 */
const FALL_HUE = 182;
const RISE_HUE = 58;

/** No change, and the largest: lightness leaves the page as chroma grows, by equal steps to the eye. */
const RANGE = {
  light: { still: 0.925, most: 0.735, chroma: 0.128 },
  dark: { still: 0.315, most: 0.515, chroma: 0.112 },
} as const;

/** The scale from the largest fall over no change to the largest rise, as `#rrggbb`. */
export function changeScale(theme: Theme): readonly string[] {
  const { still, most, chroma } = RANGE[theme];
  return Array.from({ length: CHANGE_STEPS }, (_, step) => {
    const part = Math.abs(step - MIDDLE) / MIDDLE;
    return hexOf({
      lightness: still + (most - still) * part,
      chroma: 0.004 + (chroma - 0.004) * part,
      hue: step < MIDDLE ? FALL_HUE : RISE_HUE,
    });
  });
}

/**
 * Where a change stands on the scale, from -1 to 1. Shares of the whole go by their root, since those of most
 * boxes are small; shares of a box's own value evenly, up to twice as much.
 */
export function changePart(share: number, of: ChangeColor): number {
  if (Number.isNaN(share)) return 0;
  const size = Math.min(1, Math.abs(share));
  return Math.sign(share) * (of === 'absolute' ? Math.sqrt(size) : size);
}

/** The change of a row of a slice, as a share of what `of` says; infinite for what was nothing before. */
export function changeShare(
  { sides }: FlameSlice,
  row: number,
  [scaleBefore, scaleAfter]: readonly [before: number, after: number],
  of: ChangeColor,
): number {
  const [before, after] = sides;
  const was = (before?.total[row] ?? 0) * scaleBefore;
  const is = (after?.total[row] ?? 0) * scaleAfter;
  if (was === is) return 0;
  if (of === 'relative') return (is - was) / Math.abs(was);
  const wholes = [(before?.total[0] ?? 0) * scaleBefore, (after?.total[0] ?? 0) * scaleAfter];
  return (is - was) / Math.max(...wholes.map(Math.abs));
}

/** Colours boxes by what changed. */
export function changeColoring(
  scales: readonly [before: number, after: number],
  of: ChangeColor,
): Coloring {
  return (_, theme) => {
    const scale = changeScale(theme);
    return {
      of: (slice, row) => {
        const part = changePart(changeShare(slice, row, scales, of), of);
        return scale[Math.round((part + 1) * MIDDLE)] ?? '';
      },
    };
  };
}
