import type { RowBounds } from '../core/analysis/comparison/confidence.ts';
import type { LineSums, ListedPlace } from '../core/analysis/listing/function-lines.ts';
import type { Base } from './comparison-api.ts';
import type { TextColumn } from './text-column.ts';
import type { View } from './view.ts';

/*
 * What the engine tells of frames: their names, the table, how sure it is, one in full, its lines.
 */

/**
 * The frames of a granularity, as columns that can be transferred; a row is a frame id. Texts are
 * concatenated UTF-8, text i being bytes[start[i]..start[i + 1]).
 */
export interface FrameColumns {
  readonly length: number;
  readonly name: TextColumn;
  /** Row of `files`. */
  readonly file: Int32Array;
  /** 1-based; 0 when unknown. */
  readonly line: Float64Array;
  /** Row of `packages`. */
  readonly package: Int32Array;
  /** Row of `modules`. */
  readonly module: Int32Array;
  readonly files: TextColumn;
  /** Package paths as in Go names; packages[0] is '' for frames that have none. */
  readonly packages: readonly string[];
  /** Base names of mapped files; modules[0] is '' for frames that have none. */
  readonly modules: readonly string[];
  /** How the frames of both sides of a comparison were joined; null for one profile. */
  readonly joined: {
    /** A `JoinKind` of src/core/analysis/comparison/join-frames.ts. */
    readonly by: Uint8Array;
    /** The name on the side before; '' where it is the same, or the frame is not there. */
    readonly nameBefore: TextColumn;
  } | null;
}

/** The frames that a view's frame ids refer to. */
export interface FramesOf extends Pick<View, 'profile' | 'granularity' | 'inlines'> {
  readonly base: Pick<Base, 'profile' | 'rules'> | null;
}

/** The table of functions (or files, lines …), sorted and filtered. */
export interface TopTable {
  /** Frame ids in table order; frames that are zero in both columns are left out. */
  readonly frame: Int32Array;
  readonly flat: Float64Array;
  readonly cum: Float64Array;
  /**
   * Average size in bytes of the objects that the frame itself allocates, NaN where there are none; null
   * under sample types that are about no objects.
   */
  readonly average: Float64Array | null;
  /** Rows before the filter. */
  readonly rowCount: number;
  /** What percentages refer to: the sum of magnitudes of all samples in the view. */
  readonly total: number;
}

/** How far sampling noise reaches in the values of one profile, as far as that is known. */
export interface Precision {
  /** Of the intervals, such as 0.95. */
  readonly level: number;
  /**
   * For each sample type what percentages of it refer to, as in `TopTable`, and the interval of that; null
   * where it is not known.
   */
  readonly totals: readonly { readonly total: number; readonly bounds: TotalBounds | null }[];
  /** Intervals of the frames under the view's sample type; null where they are not known. */
  readonly frames: FrameBounds | null;
  /** A sentence why they are not known; '' where they are. */
  readonly reason: string;
}

/** Ends of an interval. */
export interface TotalBounds {
  readonly low: number;
  readonly high: number;
}

/** Columns by row; nothing was drawn of frames that are left out. */
export interface FrameBounds {
  /** Frame ids, ascending. */
  readonly frame: Int32Array;
  readonly flat: RowBounds;
  readonly cum: RowBounds;
}

/** One function in full. */
export interface FrameDetails extends SideDetails {
  readonly frame: number;
  /** The same on the side before of a comparison; null for one profile. */
  readonly base: SideDetails | null;
}

/** What one profile says of a function. */
export interface SideDetails {
  /** For each sample type of the profile. */
  readonly flat: readonly number[];
  readonly cum: readonly number[];
  readonly totals: readonly number[];
  /** Who calls it and what it calls under the view's sample type, heaviest first. */
  readonly callers: FrameShares;
  readonly callees: FrameShares;
}

export interface FrameShares {
  /** Frame ids; -1 stands for "no caller" (it is outermost) or "itself" (its flat value). */
  readonly frame: Int32Array;
  /** Value that passes between the function and that frame. */
  readonly value: Float64Array;
}

/** A function's lines in its source files, on one side. */
export interface SideListing {
  /** Where it is, most samples first; empty where the side has not the function or knows no file of it. */
  readonly places: readonly ListedLines[];
  /** What the function weighs as a whole under the view's sample type. */
  readonly flat: number;
  readonly cum: number;
  /** What a value of this side is multiplied with to be shown: 1 / divisor, or 1. */
  readonly scale: number;
}

/** What the lines of a source file weigh. Values are as measured, not divided. */
export interface ListedLines extends ListedPlace {
  /** Of the function alone, as `go tool pprof -list` has them. */
  readonly own: LineSums;
  /** Of all functions in the file; each sample counts once for a line. */
  readonly all: LineSums;
}
