import type { ValueType } from '../../../core/profile/profile.ts';

/** Widths of boxes are parts of the whole graph's, in whole numbers: this many are all of it. */
export const WHOLE_WIDTH = 10_000_000;

/** What an exported page holds of a flame graph; texts are fit to be shown. */
export interface PageData {
  readonly sampleType: ValueType;
  /** What the numbers of a comparison mean; null for one profile. */
  readonly compared: {
    /** What values of each side are multiplied with to be shown. */
    readonly scales: readonly [before: number, after: number];
    /** Such as `per request`; '' for values as measured. */
    readonly per: string;
  } | null;
  /** Boxes narrower than this part of the whole are merged. */
  readonly leastShare: number;
  /** Functions that have boxes, and where each is from: its package, its file and line. */
  readonly names: readonly string[];
  readonly origins: readonly (readonly string[])[];
  readonly boxes: BoxColumns;
}

/** Boxes as columns; callers stand before what they call, siblings from left to right. Row 0 is the root. */
export interface BoxColumns {
  /** Row of the caller; -1 for the root. */
  readonly parent: readonly number[];
  /** Row of `names`; -1 for the root and for remainders. */
  readonly name: readonly number[];
  /** How many sibling boxes a remainder stands for; 0 for a box of its own. */
  readonly merged: readonly number[];
  /** In parts of `WHOLE_WIDTH`. */
  readonly width: readonly number[];
  /** Number of the colour in the page's stylesheet; -1 for the root and for remainders. */
  readonly fill: readonly number[];
  /** Which side of a comparison does not have the box: 0 neither, 1 after (it was removed), 2 before (it was added). */
  readonly oneSided: readonly number[];
  /** As measured: of the profile, or of each side of a comparison. */
  readonly sides: readonly {
    readonly self: readonly number[];
    readonly total: readonly number[];
  }[];
}
