/**
 * What one kind of evidence is gathered by: lines of a text that may be of its kind go in, in their order, and
 * what they said comes out. The lines of other programs may stand between them, and text before them.
 */
export interface Extractor<Found> {
  /**
   * Takes a line without its end. The answer tells whether it was read, or is of this kind but damaged, or is
   * something else. Never throws.
   */
  take(line: string): Taken;
  /** What was gathered. Nothing is taken afterwards. */
  finish(): Found;
}

/** What became of a line. */
export type Taken = 'read' | 'unreadable' | 'other';
