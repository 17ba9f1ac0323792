import type { SliceSide } from '../core/layout/flame-slice.ts';

/*
 * What the engine tells of the call tree beside the slices that are drawn: boxes that were searched for,
 * children, sums, and the whole tree in runs.
 */

export interface SearchResult {
  /** Frame ids that match, ascending. */
  readonly frames: Int32Array;
  /** Sum of magnitudes of samples with a matching frame, each counted once however often it matches. */
  readonly matchedWeight: number;
  readonly total: number;
  /** The same for each side of a comparison; empty for one profile, whose sums stand above. */
  readonly sides: readonly { readonly matchedWeight: number; readonly total: number }[];
  /** Matching boxes from left to right and top to bottom, for stepping: the widest ones where they are many. */
  readonly boxes: readonly BoxPlace[];
  /** Whether that are all boxes that match. */
  readonly areAllBoxes: boolean;
}

/** Where a box of the flame graph stands. */
export interface BoxPlace {
  readonly node: number;
  readonly frame: number;
  readonly depth: number;
  /** Left edge and width in weight units; in a comparison where both sides are drawn as one graph. */
  readonly x: number;
  readonly weight: number;
  /** Where it stands on each side of a comparison drawn alone; empty for one profile. */
  readonly sides: readonly { readonly x: number; readonly weight: number }[];
}

/** Children of a node, all of them, for the tree that a screen reader walks. */
export interface NodeChildren {
  readonly node: Int32Array;
  readonly frame: Int32Array;
  readonly self: Float64Array;
  readonly total: Float64Array;
  /** Left edge and width of their boxes in weight units. */
  readonly x: Float64Array;
  readonly weight: Float64Array;
  /** 1 for a node that has children itself. */
  readonly hasChildren: Uint8Array;
  /** What they are on each side of a comparison; empty for one profile. */
  readonly sides: readonly SliceSide[];
}

/** Self and total of a box in every sample type of a profile. */
export interface BoxSums {
  readonly self: readonly number[];
  readonly total: readonly number[];
}

/** A run of the boxes of a whole graph, callers before what they call and siblings in drawing order. */
export interface TreeRun {
  /** Frame ids; -1 for the root, which stands for all samples. */
  readonly frame: Int32Array;
  /** Number of callers; the root has 0. */
  readonly depth: Int32Array;
  /** What ends in each of them, as measured: of the profile, or of each side of a comparison. */
  readonly self: readonly Float64Array[];
  /** Where the next run begins; -1 at the end. */
  readonly next: number;
  /** Whether any sample is negative, as in a saved difference. */
  readonly hasNegative: boolean;
}
