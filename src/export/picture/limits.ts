import type { PictureExport } from '../../bridge/export-api.ts';
import { formatInteger } from '../../core/units/integer.ts';
import type { Composed } from './compose.ts';

/** The least width of a picture in px: the words of its caption need it. */
const NARROWEST = 320;

/**
 * Pixels that a PNG may have along a side and in all. More there could be made, but what it is for could not
 * read it: Cairo and Firefox stop at 32,767 along a side, and 2^28 pixels are 1 GiB once unpacked.
 */
const LONGEST_SIDE = 32_767;
const MOST_PIXELS = 2 ** 28;

const RATIOS = [4, 2, 1] as const;

/** Throws Error with a sentence when a picture is too narrow to be one. */
export function checkWidth({ viewWidth }: Pick<PictureExport, 'viewWidth'>): void {
  if (viewWidth >= NARROWEST && viewWidth <= LONGEST_SIDE) return;
  throw new Error(
    `A picture is from ${NARROWEST} to ${formatInteger(LONGEST_SIDE)} px wide; ${formatInteger(viewWidth)} px were asked for.`,
  );
}

/** Throws Error with a sentence, which says what size works, when a picture is too large for a PNG. */
export function checkSize(
  { width, height }: Pick<Composed, 'width' | 'height'>,
  pixelRatio: number,
): void {
  const fits = (ratio: number) =>
    Math.max(width, height) * ratio <= LONGEST_SIDE && width * height * ratio ** 2 <= MOST_PIXELS;
  if (fits(pixelRatio)) return;
  const size = `${formatInteger(width * pixelRatio)} × ${formatInteger(height * pixelRatio)} pixels`;
  const limit = `other programs read up to ${formatInteger(LONGEST_SIDE)} along a side and ${formatInteger(Math.floor(MOST_PIXELS / 1e6))} million in all`;
  const smaller = RATIOS.find((ratio) => ratio < pixelRatio && fits(ratio));
  const advice =
    smaller === undefined
      ? 'Export it as SVG, which has no such limit, or show less of it.'
      : `It fits at ${smaller === 1 ? 'one pixel' : `${smaller} pixels`} to each px (${formatInteger(width * smaller)} × ${formatInteger(height * smaller)}), or as SVG.`;
  throw new Error(`This picture would be ${size}, but ${limit}. ${advice}`);
}
