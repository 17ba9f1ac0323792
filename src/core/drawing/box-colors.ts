import type { FlameSlice } from '../layout/flame-slice.ts';
import { type ColorBy, INKS, shareScale, shareStep, type Theme } from './colors.ts';
import { FrameColors, type FrameOrigins } from './frame-colors.ts';

/** Colours of the boxes that functions have. */
export interface BoxColors {
  /** The colour of a row of a slice, one that shows a function, as `#rrggbb`. */
  of(slice: FlameSlice, row: number): string;
}

/** A way to colour the boxes of any tree: makes the colours for its frames in a theme. */
export type Coloring = (origins: FrameOrigins, theme: Theme) => BoxColors;

/** The ways to colour one profile's boxes. */
export const COLORINGS: Readonly<Record<ColorBy, Coloring>> = {
  package: (origins, theme) => colorsOfFrames(new FrameColors(origins, 'package', theme)),
  module: (origins, theme) => colorsOfFrames(new FrameColors(origins, 'module', theme)),
  share: (_, theme) => colorsOfShares(theme),
};

function colorsOfFrames(colors: FrameColors): BoxColors {
  return { of: ({ frame }, row) => colors.of(frame[row] ?? 0) };
}

function colorsOfShares(theme: Theme): BoxColors {
  const scale = shareScale(theme);
  return {
    of: ({ weight }, row) =>
      scale[shareStep((weight[row] ?? 0) / (weight[0] ?? 1))] ?? INKS[theme].root,
  };
}
