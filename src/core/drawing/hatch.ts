/** Slanted lines over a ground, for boxes: on a canvas a pattern, in an SVG too. Lengths in px. */
export interface Hatch {
  /** Distance of the lines along the edges of a box. */
  readonly period: number;
  readonly lineWidth: number;
}

/** On remainders: fine. */
export const REMAINDER_HATCH: Hatch = { period: 6, lineWidth: 1 };

/**
 * Across boxes that are before only. The lines have the page's own colour, which leaves text as readable as it
 * was: boxes look half erased.
 */
export const REMOVED_HATCH: Hatch = { period: 6, lineWidth: 2 };
