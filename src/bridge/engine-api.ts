import type { RowBounds } from '../core/analysis/comparison/confidence.ts';
import type { DifferenceSort } from '../core/analysis/comparison/difference-order.ts';
import type { Hazard } from '../core/analysis/comparison/guard.ts';
import type { LineSums, ListedPlace } from '../core/analysis/listing/function-lines.ts';
import type { TopSort } from '../core/analysis/top-order.ts';
import type { FlameSlice, SliceSide, SliceWindow } from '../core/layout/flame-slice.ts';
import type { MemStats } from '../core/profile/mem-stats.ts';
import type { ValueType } from '../core/profile/profile.ts';
import type { Phase } from '../core/profile/progress.ts';
import type { PatternSource } from '../core/text/pattern.ts';
import type {
  Base,
  ComparisonSummary,
  Confidence,
  DifferenceTable,
  Report,
  SideName,
} from './comparison-api.ts';
import type { EvidenceQueries, EvidenceSummary } from './evidence-api.ts';
import type { TextColumn } from './text-column.ts';
import type { View } from './view.ts';

export type { TextColumn } from './text-column.ts';
export type { View } from './view.ts';

/*
 * What can be asked of the engine about an open profile. Everything crosses a thread, and mostly a
 * process, as a structured clone: plain objects, strings and typed arrays.
 */

/** Facts of an open profile, for the start page, the toolbar and `allocscope info`. */
export interface ProfileSummary {
  readonly id: number;
  /** File name to show. */
  readonly name: string;
  /** Where it came from, for people: a path, or '' when only the bytes are known. */
  readonly path: string;
  /** SHA-256 of the file as read, in hexadecimal. */
  readonly sha256: string;
  readonly fileBytes: number;
  readonly sampleTypes: readonly ValueType[];
  /** The sample type to show first: alloc_objects for Go heap profiles, else the producer's choice. */
  readonly firstSampleType: number;
  /** What pprof would show first: `default_sample_type`, else the last one. */
  readonly defaultSampleType: number;
  readonly periodType: ValueType | null;
  readonly period: number;
  /** Milliseconds since 1970-01-01 UTC; null when unknown. */
  readonly timeMillis: number | null;
  /** Nanoseconds; null when unknown. */
  readonly durationNanos: number | null;
  readonly counts: {
    readonly samples: number;
    readonly stacks: number;
    readonly locations: number;
    readonly functions: number;
    readonly mappings: number;
  };
  /** For each sample type what percentages refer to: the sum of magnitudes over all samples, or of a saved comparison over those of the side compared with. */
  readonly totals: readonly number[];
  /** Base name of the main binary; '' when unknown. */
  readonly binary: string;
  readonly buildId: string;
  readonly comments: readonly string[];
  readonly docUrl: string;
  /** What Go's runtime counted since the process started; null where the file has none of that. */
  readonly memStats: MemStats | null;
  /** Keys of the labels that occur. */
  readonly labelKeys: readonly string[];
  /** Sentences about what could not be kept or looks wrong. */
  readonly warnings: readonly string[];
}

/** What an opened file turned out to be. */
export type OpenedFile =
  | { readonly kind: 'profile'; readonly profile: ProfileSummary }
  | { readonly kind: 'evidence'; readonly evidence: EvidenceSummary };

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

export type { TopColumn, TopSort } from '../core/analysis/top-order.ts';

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

export interface SearchResult {
  /** Frame ids that match, ascending. */
  readonly frames: Int32Array;
  /** Sum of magnitudes of samples with a matching frame, each counted once however often it matches. */
  readonly matchedWeight: number;
  readonly total: number;
  /** The same for each side of a comparison; empty for one profile, whose sums stand above. */
  readonly sides: readonly { readonly matchedWeight: number; readonly total: number }[];
  /**
   * Matching boxes from left to right and top to bottom, for stepping: outermost matches that are wide
   * enough to be worth a step.
   */
  readonly boxes: readonly BoxPlace[];
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
interface BoxSums {
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

/** A piece of a file that is made by the engine. */
export interface FilePiece {
  readonly bytes: Uint8Array;
  /** Where the next piece begins, of so many; -1 at the end. */
  readonly next: number;
  readonly total: number;
}

/** Every question: name, its parameters, its answer. */
interface EngineQueries extends EvidenceQueries {
  frames: [params: FramesOf, result: FrameColumns];
  /** In a comparison one side is drawn, or both as one graph. */
  slice: [
    params: { view: View; window: SliceWindow | null; side: SideName | null },
    result: FlameSlice,
  ];
  top: [params: { view: View; sort: TopSort; filter: PatternSource | null }, result: TopTable];
  /** About views of one profile, and the samples that the focus keeps. */
  precision: [params: { view: View }, result: Precision];
  details: [params: { view: View; frame: number }, result: FrameDetails];
  /** The source lines of a frame's function, or of the file that it stands for: of the profile, or of each side. */
  listing: [params: { view: View; frame: number }, result: readonly SideListing[]];
  search: [params: { view: View; pattern: PatternSource }, result: SearchResult];
  children: [params: { view: View; node: number }, result: NodeChildren];
  /** Values of a node: of the profile, or of each side of a comparison. */
  box: [params: { view: View; node: number }, result: readonly BoxSums[]];
  /** The node at the end of a path of frame ids from the outermost caller; null when it is not there. */
  locate: [params: { view: View; path: Int32Array }, result: BoxPlace | null];
  /** The widest box of a frame; null when it has none. */
  widest: [params: { view: View; frame: number }, result: BoxPlace | null];
  /** Frame ids from the outermost caller to a node. */
  path: [params: { view: View; node: number }, result: Int32Array];
  /**
   * All boxes, a run at a time: `from` is 0, then the `next` of the answer before. The engine keeps its
   * place until the end; -1 makes it forget that earlier.
   */
  walk: [params: { view: View; from: number }, result: TreeRun];
  /**
   * A pprof profile, not compressed, in pieces as above: the samples that the focus keeps, or those of the
   * difference of both sides. The comments are added to those that the profile has.
   */
  pprof: [params: { view: View; comments: readonly string[]; from: number }, result: FilePiece];
  /** Two open profiles as a comparison. */
  comparison: [params: { before: number; after: number }, result: ComparisonSummary];
  /** The rest is about views with a base. */
  difference: [
    params: { view: View; sort: DifferenceSort; filter: PatternSource | null },
    result: DifferenceTable,
  ];
  confidence: [params: { view: View }, result: Confidence];
  hazards: [params: { view: View }, result: readonly Hazard[]];
  report: [params: { view: View }, result: Report];
  /** What percentages of the net change refer to, as by pprof's -base; in shown units (divided). */
  netTotal: [params: { view: View }, result: number];
}

export type EngineMethod = keyof EngineQueries;
export type EngineParams<M extends EngineMethod> = EngineQueries[M][0];
export type EngineResult<M extends EngineMethod> = EngineQueries[M][1];

/** How far the opening of a file is. */
export interface OpenProgress {
  readonly phase: Phase;
  /** Bytes (read, inflate), samples (decode) or stacks (tree); `total` is 0 when unknown. */
  readonly done: number;
  readonly total: number;
}
