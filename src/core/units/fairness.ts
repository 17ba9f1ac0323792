import { isStock } from './sample-type-words.ts';

/** What makes two runs comparable. */
export type Fairness =
  | { readonly kind: 'asMeasured' }
  /**
   * Each side's values are shown divided by a number of its own, such as its requests; but for stocks, which are
   * shown as measured.
   */
  | { readonly kind: 'per'; readonly before: number; readonly after: number }
  /** The values after are multiplied so that both sides have the same total, as by pprof's -normalize. */
  | { readonly kind: 'sameTotal' };

/**
 * Whether values of a sample type are shown divided. A stock is not: requests, operations, seconds and cycles add
 * up during a run, and what is there at one moment of it does not.
 */
export function isDivided({ kind }: Fairness, type: string): boolean {
  return kind === 'per' && !isStock(type);
}

/** What the measured values of a sample type are multiplied with on each side to be shown. */
export function shownScales(
  fairness: Fairness,
  type: string,
): readonly [before: number, after: number] {
  return fairness.kind === 'per' && isDivided(fairness, type)
    ? [1 / fairness.before, 1 / fairness.after]
    : [1, 1];
}
