/**
 * The lines of a profile that allocate, with what the compiler said of each: one row for each frame at
 * granularity `lines` that is the leaf of a sample, the most objects first.
 */
export interface EscapeJoin {
  readonly length: number;
  /** Row of the profile's frames at granularity `lines` with inlined ones. */
  readonly frame: Int32Array;
  /** Row of the profile's locations: one of those that it is the innermost frame of. */
  readonly location: Int32Array;
  /** Sum of the samples whose leaf it is, in the two sample types that were asked for. */
  readonly objects: Float64Array;
  readonly bytes: Float64Array;
  /**
   * The part of it that a message explains. The same as the whole, or 0, but where a body was inlined into
   * lines of which some have a message.
   */
  readonly explainedObjects: Float64Array;
  readonly explainedBytes: Float64Array;
  /** One of `JoinClass`. */
  readonly joinClass: Uint8Array;
  /** `length + 1` entries: what was said of row i is message[messageStart[i]..messageStart[i + 1]). */
  readonly messageStart: Int32Array;
  /** Rows of the diagnostics, each once: those that say of an allocation first, then by line and column. */
  readonly message: Int32Array;
  /** What all samples that count sum up to, and their part in each class, by `JoinClass`. */
  readonly totalObjects: number;
  readonly totalBytes: number;
  readonly classObjects: Float64Array;
  readonly classBytes: Float64Array;
  /** How the files of the profile found those of the diagnostics. */
  readonly files: FileMatches;
}

/** What the compiler's output has for a line that allocates. */
export const JoinClass = {
  /** A message on the line says that something is allocated. */
  explained: 0,
  /** None on the line, but one on the line of the call that it was inlined into. */
  explainedAtCall: 1,
  /**
   * The file is spoken of, this line is not: append or map growth, string building, a call into the runtime, or
   * a source that has changed.
   */
  lineSilent: 2,
  /** The file is never spoken of: its package was not compiled with -m, or another build was. */
  fileSilent: 3,
  /** The profile knows no file and line here. */
  noLine: 4,
} as const;

/** Which file of the diagnostics each file of the profile is; columns by row of `path`. */
export interface FileMatches {
  /** Files of the profile that hold lines that allocate, each once, as the profile prints them. */
  readonly path: readonly string[];
  /** Row of the diagnostics' files; -1 when none is the same. */
  readonly file: Int32Array;
  /** How many path elements agree from the end, the name of the file included. */
  readonly agreeing: Int32Array;
  /** 1 where several files of the diagnostics could be it, and other evidence than the path decided. */
  readonly isResolved: Uint8Array;
  /** 1 where several could be it and nothing decided, so that none was taken. */
  readonly isAmbiguous: Uint8Array;
}
