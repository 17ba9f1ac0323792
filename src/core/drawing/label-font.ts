import type { Surface } from './surface.ts';

/** The font of labels; where it stands in its line is measured on Inter. */
export interface LabelFont {
  /** As CSS writes it. */
  readonly css: string;
  readonly sizePx: number;
}

/** Inter, which comes with the application: labels are as wide on every machine. */
export const LABEL_FONT: LabelFont = {
  css: "450 11.5px 'Inter Variable', Inter, system-ui, sans-serif",
  sizePx: 11.5,
};

/** From the middle of a line down to the baseline, as a part of the font's size: half of the x-height and a little. */
export const BASELINE_BELOW_MIDDLE = 0.36;

/**
 * Sets a context to write labels, and to measure them. Without kerning a text is as wide as its
 * letters; without geometric precision each letter would be a whole number of px wide on screens of
 * ordinary density, and the lines looser than the rest of the page.
 */
export function setLabelFont(
  ctx: Pick<Surface, 'font' | 'fontKerning' | 'textRendering'>,
  font: LabelFont,
): void {
  ctx.font = font.css;
  ctx.fontKerning = 'none';
  ctx.textRendering = 'geometricPrecision';
}
