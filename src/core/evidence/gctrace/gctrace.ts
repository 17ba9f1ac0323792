/** What a text says of collections: the lines that Go writes with GODEBUG=gctrace=1. */
export interface Gctrace {
  readonly collections: Collections;
  /**
   * Row of the first collection of each process that wrote to the text, and at the end how many rows there
   * are. Each start of a program is a process of its own, whose numbers and seconds begin anew.
   */
  readonly processStarts: Int32Array;
  /** How many lines are of Go 1.4 or older, whose fields are others. They count as unreadable. */
  readonly ancientLines: number;
}

/**
 * Columns with a row for each collection, in order of processes and then as written. MB are those of the
 * trace: bytes / 2^20, cut to a whole number. Milliseconds are cut too, by Go, to two digits below 10 ms and
 * to whole ones from there.
 */
export interface Collections {
  /** Number that the process gave it, from 1 on; ascending in a process. */
  readonly number: Float64Array;
  /** When it began, from the start of the process on; never falling in a process. */
  readonly startSeconds: Float64Array;
  /** Share of the CPU that the collector has taken since the start of the process, as printed. */
  readonly cumulativePercent: Int32Array;
  /** Wall time of its first stop of the world, sweep termination. */
  readonly sweepStopMillis: Float64Array;
  /** Wall time of what runs beside the program: scanning and marking. */
  readonly concurrentMillis: Float64Array;
  /** Wall time of its second stop of the world, mark termination. */
  readonly markStopMillis: Float64Array;
  /** CPU time of the first stop: of all processors that it stopped. */
  readonly sweepStopCpuMillis: Float64Array;
  /** CPU time that goroutines spent marking because they allocated. */
  readonly assistCpuMillis: Float64Array;
  /** CPU time of workers that mark instead of the program; in Go 1.5 also that of scanning. */
  readonly backgroundCpuMillis: Float64Array;
  /** CPU time of workers on processors that had nothing else to do. */
  readonly idleCpuMillis: Float64Array;
  /** CPU time of the second stop. */
  readonly markStopCpuMillis: Float64Array;
  /** Heap when it began. */
  readonly heapStartMB: Int32Array;
  /** Heap when marking ended, with what was allocated meanwhile. */
  readonly heapEndMB: Int32Array;
  /** What was marked, and so stays. */
  readonly heapLiveMB: Int32Array;
  /** Heap that it was to end with. */
  readonly heapGoalMB: Int32Array;
  /** Stacks to scan; -1 before Go 1.18. */
  readonly stacksMB: Int32Array;
  /** Global variables to scan; -1 before Go 1.18. */
  readonly globalsMB: Int32Array;
  /** GOMAXPROCS at the time; at least 1. */
  readonly processors: Int32Array;
  /** 1 for a collection that the program asked for, with runtime.GC or debug.FreeOSMemory. */
  readonly isForced: Uint8Array;
}

/** How many collections there are. */
export const collectionCount = ({ collections }: Gctrace): number => collections.number.length;

/** How many processes there are. */
export const processCount = ({ processStarts }: Gctrace): number => processStarts.length - 1;
