import type { MemStats } from './mem-stats.ts';

/**
 * The profile as frozen, typed columns.
 *
 * The tables follow pprof's `profile.proto`, with three differences that the analyses live on:
 * 64-bit ids are gone (rows refer to rows), the stacks of all samples are one prefix tree in
 * depth-first order, and strings stand resolved in the small tables. -1 is "none" in every column
 * that refers to a row.
 */
export interface Profile {
  /** What each value of a sample means, in file order; `samples.values` has one column for each. */
  readonly sampleTypes: readonly ValueType[];
  /** The producer's choice of sample type to show; '' when it made none. */
  readonly defaultSampleType: string;
  /** What `period` counts (for Go heap profiles: space in bytes); null when the file says nothing. */
  readonly periodType: ValueType | null;
  /** Sampling period in the unit of `periodType`; 0 when unknown. */
  readonly period: number;
  /** Time of capture in nanoseconds since 1970-01-01 UTC; 0n when unknown. */
  readonly timeNanos: bigint;
  /** How long was measured, in nanoseconds; 0n when unknown. */
  readonly durationNanos: bigint;
  /** Free text that the producer left. */
  readonly comments: readonly string[];
  /** Where the producer documents this kind of profile; '' when it does not. */
  readonly docUrl: string;
  /** Regular expressions of functions to cut from the stacks, already applied; '' when none. */
  readonly dropFrames: string;
  /** Exceptions to `dropFrames`, already applied; '' when none. */
  readonly keepFrames: string;
  readonly samples: SampleTable;
  readonly stacks: StackTable;
  readonly locations: LocationTable;
  readonly lines: LineTable;
  readonly functions: FunctionTable;
  readonly mappings: MappingTable;
  readonly labels: LabelTable;
  /** What Go's runtime counted since the process started; null where the file has none of that. */
  readonly memStats: MemStats | null;
  /** Sentences for people about what could not be kept or looks wrong. */
  readonly warnings: readonly string[];
}

/** A measured quantity and its unit, such as `alloc_space` in `bytes`. */
export interface ValueType {
  readonly type: string;
  readonly unit: string;
}

/** One row for each sample of the file, in file order. */
interface SampleTable {
  readonly length: number;
  /** Row of `stacks` that is the sample's leaf; -1 for a sample without a stack. */
  readonly stack: Int32Array;
  /** A column for each sample type; a value is signed, since a profile may be a difference. */
  readonly values: readonly Float64Array[];
  /** `length + 1` entries: the labels of sample i are the rows [labelStart[i], labelStart[i + 1]). */
  readonly labelStart: Int32Array;
}

/**
 * All stacks as one prefix tree in depth-first order: a row is a stack, which is its parent's stack
 * plus one location at the leaf. A parent stands before its children, and the descendants of row n
 * are the rows (n, subtreeEnd[n]).
 */
export interface StackTable {
  readonly length: number;
  /** Row of the caller's stack; -1 for an outermost frame. */
  readonly parent: Int32Array;
  /** Row of `locations`. */
  readonly location: Int32Array;
  /** First row after the descendants of this one. */
  readonly subtreeEnd: Int32Array;
}

/** One row for each location: an instruction address, with the source lines inlined there. */
export interface LocationTable {
  readonly length: number;
  /** Row of `mappings`; -1 when unknown. */
  readonly mapping: Int32Array;
  /** Instruction address; 0n when unknown. */
  readonly address: BigUint64Array;
  /** `length + 1` entries: the lines of location i are the rows [lineStart[i], lineStart[i + 1]). */
  readonly lineStart: Int32Array;
  /** 1 where the producer folded several addresses into this one. */
  readonly isFolded: Uint8Array;
}

/**
 * Source lines, grouped by location, innermost first: the last line of a location is the physical
 * caller, those before it were inlined into it.
 */
export interface LineTable {
  readonly length: number;
  /** Row of `functions`; -1 when the line names none. */
  readonly function: Int32Array;
  /** Line number, 1-based; 0 when unknown, and some producers write a negative number for that. */
  readonly line: Float64Array;
  /** Column, 1-based; 0 when unknown. */
  readonly column: Float64Array;
}

/** One row for each function. Text in it comes from outside and is never to be trusted. */
interface FunctionTable {
  readonly length: number;
  /** Name for people; '' when unknown. */
  readonly name: readonly string[];
  /** Name as the linker knows it; '' when unknown. */
  readonly systemName: readonly string[];
  /** Source file; '' when unknown. */
  readonly filename: readonly string[];
  /** Line where the function starts; 0 when unknown. */
  readonly startLine: Float64Array;
}

/** One row for each file mapped into the process: the binary first. */
export interface MappingTable {
  readonly length: number;
  /** Address range [start, limit) and the offset of its first byte in the file. */
  readonly start: BigUint64Array;
  readonly limit: BigUint64Array;
  readonly offset: BigUint64Array;
  readonly filename: readonly string[];
  readonly buildId: readonly string[];
  /** Bit set of `MappingFlag`: which symbols the producer had resolved. */
  readonly flags: Uint8Array;
}

/** Bits of `MappingTable.flags`. */
export const MappingFlag = {
  functions: 1,
  filenames: 2,
  lineNumbers: 4,
  inlineFrames: 8,
} as const;

/** Labels, grouped by sample. A label is either text or a number. */
export interface LabelTable {
  readonly length: number;
  /** Row of `text`. */
  readonly key: Int32Array;
  /** Row of `text`; 0 (the empty string) for a numeric label. */
  readonly str: Int32Array;
  readonly num: BigInt64Array;
  /** Row of `text`; 0 when no unit is given. */
  readonly numUnit: Int32Array;
  /** The strings that labels refer to; text[0] is ''. */
  readonly text: readonly string[];
}
