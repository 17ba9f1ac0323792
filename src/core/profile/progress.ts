/** The steps of opening a file, in order. */
export type Phase = 'read' | 'inflate' | 'search' | 'decode' | 'tree';

/**
 * Told by long work how far it is; `done` and `total` count bytes (read, inflate, search), samples (decode)
 * or stacks (tree). It may throw `Cancelled` to end the work there.
 */
export type ReportProgress = (phase: Phase, done: number, total: number) => void;

/** Thrown through long work that nobody waits for any more. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
