import type { PatternFocus } from './arguments.ts';

/** What a command prints. */
export interface Printed {
  /** For standard output. */
  readonly text: string;
  /** For standard error, a line each. */
  readonly sentences: readonly string[];
}

/** What there is to say of a focus that leaves so many rows: a sentence where it leaves none. */
export function focusSentences(focus: PatternFocus | null, rows: number): string[] {
  if (focus === null || rows > 0) return [];
  return [
    `--focus: “${focus.pattern.text}” matches no function, file or mapping of a sample that has a value. Upper and lower case differ; (?i) before it makes them equal.`,
  ];
}
