import type { ComparisonSummary } from '../bridge/comparison-api.ts';

/** Two profiles that are compared, as far as what is said about them goes. */
export interface Compared {
  readonly summary: ComparisonSummary;
  /** The word for one of what each side's divisor counts, such as "request"; null where values are shown whole. */
  readonly per: string | null;
}
