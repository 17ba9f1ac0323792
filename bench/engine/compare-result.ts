/** What comparing two profiles took, from the start of the engine. */
export interface CompareResult {
  /** Until all was there that the page draws at first: both graphs and the table. */
  readonly compareMs: number;
  /** Of the whole process, until then. */
  readonly peakBytes: number;
  /** Each question or change of view after that, by name. */
  readonly questionsMs: Readonly<Record<string, number>>;
}
