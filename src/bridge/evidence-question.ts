import type { View } from './view.ts';

/** The texts that a question is about, by their ids: of two runs, or of a single one, which is `after`. */
export interface EvidenceSides {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What all questions about evidence have: which texts, and what is looked at besides, if anything is. */
export interface EvidenceQuestion {
  readonly sides: EvidenceSides;
  /** The profile, or the two that are compared; null where none is open, or none matters. */
  readonly view: View | null;
}
