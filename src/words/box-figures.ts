import type { ValueType } from '../core/profile/profile.ts';

/** The numbers of a box of a flame graph, as measured. */
export interface BoxFigures {
  /** Its frame, -1 for the root and for a remainder, and its number of callers. */
  readonly place: { readonly frame: number; readonly depth: number };
  readonly total: number;
  readonly self: number;
  /** Total of the whole graph, and of the caller's box. */
  readonly allTotal: number;
  readonly parentTotal: number;
  /** How many boxes a remainder stands for; 0 for a box of its own. */
  readonly merged: number;
  /** What it is on each side of a comparison, as measured; empty for one profile. */
  readonly sides: readonly SideFigures[];
}

/** A box on one side of a comparison. */
interface SideFigures {
  readonly self: number;
  readonly total: number;
  /** Total of the whole side. */
  readonly allTotal: number;
}

/** What boxes are called; texts are fit to be shown. */
export interface BoxNames {
  name(frame: number): string;
}

/** Values of one box in all sample types. */
export interface BoxValues {
  readonly self: readonly number[];
  readonly total: readonly number[];
}

/** What the numbers of a comparison mean. */
export interface ComparedFigures {
  /** The side that is drawn; null for both as one graph. */
  readonly drawn: 0 | 1 | null;
  readonly type: ValueType;
  /** What values of each side are multiplied with to be shown. */
  readonly scales: readonly [before: number, after: number];
  /** What values are per, such as "per request"; '' where they are shown as measured. */
  readonly per: string;
}
