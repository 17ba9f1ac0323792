import type { RowConfidence } from '../core/analysis/comparison/confidence.ts';
import type { JoinRules } from '../core/analysis/comparison/join-frames.ts';
import type { SampleTypePair } from '../core/analysis/comparison/pair-sample-types.ts';
import type { Fairness } from '../core/units/fairness.ts';

/*
 * What the engine says of two profiles that are compared; the questions are in engine-api.ts.
 */

export type {
  DifferenceColumn,
  DifferenceSort,
} from '../core/analysis/comparison/difference-order.ts';
export type { Hazard } from '../core/analysis/comparison/guard.ts';
export type { SampleTypePair } from '../core/analysis/comparison/pair-sample-types.ts';

/** The side before of a comparison. */
export interface Base {
  /** Id of the open profile. */
  readonly profile: number;
  /** Index into its sample types; the same quantity as the view's. */
  readonly sampleType: number;
  readonly rules: JoinRules;
  readonly fairness: Fairness;
}

export type { Fairness } from '../core/units/fairness.ts';

/** The sides of a comparison, in the order in which answers list them. */
export const SIDES = ['before', 'after'] as const;
export type SideName = (typeof SIDES)[number];

/** Of all intervals; and 1 - it is the rate of false discoveries that q-values are held against. */
export const CONFIDENCE_LEVEL = 0.95;

/** Two open profiles as a comparison, before it is looked at in any particular way. */
export interface ComparisonSummary {
  /** Quantities that both or one of the profiles measured; those of both come first. */
  readonly sampleTypes: readonly SampleTypePair[];
  /** For each of them the sum of each side's samples, 0 where a side has none. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Which of the two is likelier to be the one before, and a sentence why. */
  readonly suggestion: { readonly isSwapped: boolean; readonly reason: string };
}

/** The table of functions of a comparison, sorted and filtered. Values are as measured, not divided. */
export interface DifferenceTable {
  /** Frame ids in table order; frames that are zero in all four columns are left out. */
  readonly frame: Int32Array;
  readonly flatBefore: Float64Array;
  readonly flatAfter: Float64Array;
  readonly cumBefore: Float64Array;
  readonly cumAfter: Float64Array;
  /** Rows before the filter. */
  readonly rowCount: number;
  /** Sums of magnitudes of each side's samples: what percentages of before and of after refer to. */
  readonly totalBefore: number;
  readonly totalAfter: number;
  /** Signed sums of each side's samples. */
  readonly sumBefore: number;
  readonly sumAfter: number;
  /** What a value of each side is multiplied with to be shown: 1 / divisor, or 1. */
  readonly scaleBefore: number;
  readonly scaleAfter: number;
}

/** What sampling leaves open; or a sentence why that is not known. */
export type Confidence = { readonly reason: string } | KnownConfidence;

export interface KnownConfidence {
  /** Of the intervals, such as 0.95; and the rate of false discoveries that q-values are to be held against. */
  readonly level: number;
  /** Frame ids, ascending; rows of the two tables below. */
  readonly frame: Int32Array;
  readonly flat: ConfidenceColumns;
  readonly cum: ConfidenceColumns;
  /** One row: all samples of each side. */
  readonly whole: ConfidenceColumns;
}

/** Intervals in shown units (divided), p- and q-values, and how many objects were really drawn. */
export interface ConfidenceColumns extends RowConfidence {
  readonly drawnBefore: Float64Array;
  readonly drawnAfter: Float64Array;
}

/** The largest changes of a comparison in one sample type. */
export interface Report {
  /** Sums of each side for every quantity that both sides measured, and their confidence. */
  readonly totals: readonly {
    readonly sampleType: SampleTypePair;
    readonly before: number;
    readonly after: number;
    /** One row; null where the counts behind the values are not known. */
    readonly confidence: ConfidenceColumns | null;
  }[];
  /** Frames by what they allocate themselves: at most ten that fell most, and ten that rose most. */
  readonly falls: DifferenceTable;
  readonly rises: DifferenceTable;
}
