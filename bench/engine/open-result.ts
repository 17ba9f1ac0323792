/** What the child that opens a profile prints. */
export interface OpenResult {
  /** From asking for the file to having the first slice and the frames that it names. */
  readonly openMs: number;
  /** What all threads of the process spent on it on a core. */
  readonly openCpuMs: number;
  /** Milliseconds into it at which each phase began, and at which the profile was open. */
  readonly phasesMs: Readonly<Record<string, number>>;
  readonly openPeakBytes: number;
  /** From asking to having the answer. */
  readonly questionsMs: Readonly<Record<string, number>>;
  /** The highest after all questions. */
  readonly peakBytes: number;
  readonly sliceRows: number;
}
