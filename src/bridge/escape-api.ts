import type { LineRows } from '../core/analysis/escape-join/line-rows.ts';
import type { LineOfEscapes } from '../core/analysis/escape-join/lines.ts';
import type { LineSort } from '../core/analysis/escape-join/shown-lines.ts';
import type { Diagnostic, Explanation } from '../core/evidence/escape/read.ts';
import type { PatternSource } from '../core/text/pattern.ts';
import type { SideName } from './comparison-api.ts';
import type { EvidenceQuestion } from './evidence-question.ts';
import type { TextColumn } from './text-column.ts';

export type { LineColumn } from '../core/analysis/escape-join/shown-lines.ts';
export type { Explanation, ExplanationStep } from '../core/evidence/escape/read.ts';

/*
 * What the engine says of the compiler's escape analysis, joined with a profile where one is looked at.
 */

/** How lines stand together. */
export type LineGrouping = 'line' | 'function' | 'file';

/** Which lines, and in which order. Ids of lines hold for the same texts, view and side. */
interface EscapeLinesQuestion extends EvidenceQuestion {
  readonly side: SideName;
  readonly grouping: LineGrouping;
  /** Lines that have one of these bits of `LineFlag`. */
  readonly flags: number;
  readonly filter: PatternSource | null;
  readonly sort: LineSort;
}

/** Rows of lines, with a heading before those of each function or file where they stand together. */
export interface EscapeTable extends Omit<LineRows, 'functionName' | 'message' | 'site'> {
  /** Lines before the filter. */
  readonly lineCount: number;
  readonly paths: readonly string[];
  /** '' unknown, and in headings of files. */
  readonly functionName: TextColumn;
  /** The first of what was said of it; '' for nothing. */
  readonly message: TextColumn;
  /** Frame of the view; -1 for lines that cost nothing, and headings. */
  readonly frame: Int32Array;
  /** What it all costs; null where no profile is looked at, or none that counts objects. */
  readonly costs: EscapeCosts | null;
}

/** What a profile's samples sum up to, and how much of it the compiler's output explains. */
export interface EscapeCosts {
  /** Indices of the sample types that count objects and sum their bytes. */
  readonly objectType: number;
  readonly byteType: number;
  readonly totalObjects: number;
  readonly totalBytes: number;
  /** Their parts, by `JoinClass`. */
  readonly classObjects: readonly number[];
  readonly classBytes: readonly number[];
  /** What a value is multiplied with to be shown: 1 / divisor, or 1. */
  readonly scale: number;
  /** Files of the profile that allocate: how many there are, were found, and could not be told from others. */
  readonly files: { readonly all: number; readonly found: number; readonly undecided: number };
}

/** A line with all that was said of it. */
export interface EscapeLine extends Omit<LineOfEscapes, 'messages'> {
  readonly said: readonly Said[];
}

/** A diagnostic with its explanations. */
export interface Said {
  readonly diagnostic: Diagnostic;
  readonly explanations: readonly Explanation[];
}

/** Which changes, and in which order. */
interface EscapeChangesQuestion extends EvidenceQuestion {
  /** Bits by `ChangeKind`: 1 << kind. */
  readonly kinds: number;
  readonly filter: PatternSource | null;
}

/** What became of the allocations that the compiler speaks of, the heaviest first. */
export interface EscapeChangeTable {
  readonly length: number;
  /** How many there are of each `ChangeKind`, before the filter. */
  readonly counts: readonly number[];
  /** One of `ChangeKind`. */
  readonly change: Uint8Array;
  readonly message: TextColumn;
  readonly functionName: TextColumn;
  /** Row of the diagnostics of a side; -1 where it is not said there. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** `path:line` of each side; '' where it is not said there. */
  readonly placeBefore: TextColumn;
  readonly placeAfter: TextColumn;
  /** What is said after of an expression that is gone from the heap; '' for nothing. */
  readonly instead: TextColumn;
  /** What the line costs of which it is said, on each side: as measured; NaN where no profile tells. */
  readonly objectsBefore: Float64Array;
  readonly bytesBefore: Float64Array;
  readonly objectsAfter: Float64Array;
  readonly bytesAfter: Float64Array;
  /** Frame of the view; -1 where the line costs nothing. */
  readonly frame: Int32Array;
  readonly costsBefore: EscapeCosts | null;
  readonly costsAfter: EscapeCosts | null;
}

/** The questions: name, parameters, answer. */
export interface EscapeQueries {
  readonly escapeLines: [params: EscapeLinesQuestion, result: EscapeTable];
  readonly escapeLine: [
    params: EvidenceQuestion & { readonly side: SideName; readonly id: number },
    result: EscapeLine,
  ];
  readonly escapeChanges: [params: EscapeChangesQuestion, result: EscapeChangeTable];
  readonly escapeSaid: [
    params: EvidenceQuestion & { readonly side: SideName; readonly row: number },
    result: Said,
  ];
}
