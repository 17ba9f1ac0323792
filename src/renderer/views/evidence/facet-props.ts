import type { View } from '../../../bridge/engine-api.ts';
import type { EvidenceSides } from '../../../bridge/evidence-api.ts';

/** What a facet is shown of. */
export interface FacetProps {
  /** The texts of both runs; equal ones stay the same object. */
  readonly sides: EvidenceSides;
  /** The profile, or the two that are compared; null where none is open. */
  readonly view: View | null;
}
