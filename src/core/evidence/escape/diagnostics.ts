/**
 * What the Go compiler said of a build with `-m`, `-m=2` or `-json=0,DIR`, as typed columns. -1 is "none" in
 * every column that refers to a row, 0 in those of lines and columns, which count from 1. The texts come from
 * outside and are never to be trusted.
 */
export interface EscapeEvidence {
  readonly diagnostics: DiagnosticTable;
  readonly explanations: ExplanationTable;
  readonly steps: StepTable;
  readonly files: FileTable;
  /** The strings that the columns refer to; texts[0] is ''. */
  readonly texts: readonly string[];
  /** Versions of the compiler that the headers of `-json` files name, such as `go1.23.5`, each once. */
  readonly goVersions: readonly string[];
  /** Which of the three outputs were met. */
  readonly sources: readonly EscapeSource[];
}

/** `m1` is `-m`; `m2` is `-m=2`, which explains; `json` is `-json=0,DIR`. */
export type EscapeSource = 'm1' | 'm2' | 'json';

/**
 * One row for each diagnostic, in the order in which they were first said. Told apart by file, line, column and
 * message: bodies inlined at several places, generic instantiations and the build cache repeat them.
 */
export interface DiagnosticTable {
  readonly length: number;
  /** Row of `files`. */
  readonly file: Int32Array;
  readonly line: Int32Array;
  /** 0 with `-C` and for generated code. */
  readonly column: Int32Array;
  /** One of `DiagnosticKind`. */
  readonly kind: Uint8Array;
  /** Row of `texts`: the message as it was printed, without its position. */
  readonly message: Int32Array;
  /** Row of `texts`: the expression, variable, parameter or function that the message is about. */
  readonly subject: Int32Array;
  /** Row of `texts`: the function that it stands in, as the compiler names it within its package; 0 unknown. */
  readonly function: Int32Array;
  /** Row of `files` of the body that was inlined here, where the compiler tells (`-json` alone does). */
  readonly inlinedFile: Int32Array;
  /** Line in `inlinedFile`. */
  readonly inlinedLine: Int32Array;
  /** How often it was said. */
  readonly count: Int32Array;
  /** `length + 1` entries: explanations of row i are [explanationStart[i], explanationStart[i + 1]). */
  readonly explanationStart: Int32Array;
}

/** One row for each way that the compiler found on which something gets where it must not stay on the stack. */
export interface ExplanationTable {
  readonly length: number;
  /** Row of `texts`: where a parameter leaks to, such as `{heap}` or `~r0`; 0 of a value, which escapes to the heap. */
  readonly sink: Int32Array;
  /** How often it is dereferenced on the way; 0 of a value. */
  readonly derefs: Int32Array;
  /** `length + 1` entries: steps of row i are [stepStart[i], stepStart[i + 1]). */
  readonly stepStart: Int32Array;
}

/** One row for each line of an explanation, in the compiler's order. */
export interface StepTable {
  readonly length: number;
  /** One of `StepKind`. */
  readonly kind: Uint8Array;
  /** Row of `texts`. A flow: what flows, such as `{storage for x}`. A reason: the expression. */
  readonly what: Int32Array;
  /** Row of `texts`. A flow: where to, such as `{heap}`. A reason: the reason, such as `call parameter`. */
  readonly detail: Int32Array;
  /** A flow: -1 when the address flows, else how often what flows is dereferenced. 0 otherwise. */
  readonly derefs: Int32Array;
  /** Row of `files`, with line and column, of a reason; -1 and 0 where it has none. */
  readonly file: Int32Array;
  readonly line: Int32Array;
  readonly column: Int32Array;
}

/** One row for each source file. */
export interface FileTable {
  readonly length: number;
  /** As it was printed, without a `./` at its front: relative, absolute, or beneath its import path. */
  readonly path: readonly string[];
  /** Import path of its package, as far as the output tells; '' unknown, as for absolute paths. */
  readonly packagePath: readonly string[];
}

/** What a step says. */
export const StepKind = {
  /** Something flows somewhere. */
  flow: 0,
  /** By which expression, and why. */
  reason: 1,
  /** The compiler broke off its explanation at an assignment cycle (golang.org/issue/35518). */
  cutOff: 2,
} as const;

/** What a diagnostic says. The first two are those that something is allocated on the heap. */
export const DiagnosticKind = {
  /** `moved to heap: NAME` */
  movedToHeap: 0,
  /** `EXPR escapes to heap`, `append escapes to heap` */
  escapesToHeap: 1,
  /** `EXPR does not escape`, `p does not escape, mutate, or call` */
  doesNotEscape: 2,
  /** `leaking param: P` */
  leakingParam: 3,
  /** `leaking param: P to result R level=N` */
  leakingParamToResult: 4,
  /** `leaking param content: P` */
  leakingParamContent: 5,
  /** `leaking closure reference V` (to Go 1.12) */
  leakingClosureReference: 6,
  /** `mutates param: P derefs=N`, `calls param: P derefs=N` */
  paramUse: 7,
  /** `F capturing by ref: V (addr=true assign=false width=8)`, and by value */
  capture: 8,
  /** `zero-copy string->[]byte conversion` */
  zeroCopy: 9,
  /** `F ignoring self-assignment in STATEMENT` */
  selfAssignment: 10,
  /** `can inline F`, with `-m=2` followed by ` with cost N as: BODY` */
  canInline: 11,
  /** `cannot inline F: REASON` */
  cannotInline: 12,
  /** `inlining call to F` */
  inlinedCall: 13,
  /** What else `-m` prints: devirtualized calls, pointers kept alive, calls that are not inlined. */
  other: 14,
} as const;

/** Whether a diagnostic says that something is allocated on the heap. */
export function saysAllocation(kind: number): boolean {
  return kind === DiagnosticKind.movedToHeap || kind === DiagnosticKind.escapesToHeap;
}
