import type { EngineParams, EngineResult, View } from '../../bridge/engine-api.ts';
import type { EvidenceMethod } from '../../bridge/evidence-api.ts';
import type { Evidence } from '../../core/evidence/evidence.ts';
import type { Subject } from '../subject.ts';

/** The texts of both runs; of a single one as `after`. */
export interface EvidenceOfSides {
  readonly before: readonly Evidence[];
  readonly after: readonly Evidence[];
}

/** What is looked at besides: the profile, or the two that are compared. */
export interface Beside {
  readonly view: View;
  readonly subject: Subject;
}

/** How questions about evidence are answered. */
export const evidenceAnswers: {
  readonly [M in EvidenceMethod]: (
    sides: EvidenceOfSides,
    beside: Beside | null,
    params: EngineParams<M>,
  ) => EngineResult<M>;
} = {};
