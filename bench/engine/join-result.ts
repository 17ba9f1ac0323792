/** What joining diagnostics of the compiler with a profile took. */
export interface JoinResult {
  readonly samples: number;
  readonly frames: number;
  readonly diagnostics: number;
  /** Lines that allocate, and what was found to be said of them. */
  readonly sites: number;
  readonly messages: number;
  /** Telling the lines of the profile apart, which its table needs too. */
  readonly indexMs: number;
  /** Reading the lines of the diagnostics. */
  readonly readMs: number;
  readonly joinMs: number;
  /** Of the whole process. */
  readonly peakBytes: number;
}
