/** What a command prints. */
export interface Printed {
  /** For standard output. */
  readonly text: string;
  /** For standard error, a line each. */
  readonly sentences: readonly string[];
}
