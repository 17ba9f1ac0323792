import type { Evidence } from '../../core/evidence/evidence.ts';

/** The texts of both runs; of a single one as `after`. */
export interface EvidenceOfSides {
  readonly before: readonly Evidence[];
  readonly after: readonly Evidence[];
}
