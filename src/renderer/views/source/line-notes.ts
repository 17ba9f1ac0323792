/** What is known of a line besides its values, such as what the compiler said of it. */
export interface LineNote {
  /** 1-based. */
  readonly line: number;
  /** Fit to be shown. */
  readonly text: string;
}

/** Notes on lines of a file, by line. */
export type LineNotes = ReadonlyMap<number, readonly LineNote[]>;
