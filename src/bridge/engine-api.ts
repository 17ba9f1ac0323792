import type { DifferenceSort } from '../core/analysis/comparison/difference-order.ts';
import type { Hazard } from '../core/analysis/comparison/guard.ts';
import type { TopSort } from '../core/analysis/top-order.ts';
import type { FlameSlice, SliceWindow } from '../core/layout/flame-slice.ts';
import type { MemStats } from '../core/profile/mem-stats.ts';
import type { ValueType } from '../core/profile/profile.ts';
import type { Phase } from '../core/profile/progress.ts';
import type { PatternSource } from '../core/text/pattern.ts';
import type {
  ComparisonSummary,
  Confidence,
  DifferenceTable,
  Report,
  SideName,
} from './comparison-api.ts';
import type { EvidenceQueries, EvidenceSummary } from './evidence-api.ts';
import type {
  FrameColumns,
  FrameDetails,
  FramesOf,
  Precision,
  SideListing,
  TopTable,
} from './frames-api.ts';
import type { BoxPlace, BoxSums, NodeChildren, SearchResult, TreeRun } from './tree-api.ts';
import type { View } from './view.ts';

export type { View } from './view.ts';

/*
 * What can be asked of the engine about an open profile. Everything crosses a thread, and mostly a
 * process, as a structured clone: plain objects, strings and typed arrays. What longer answers hold stands
 * in the files beside this one.
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
