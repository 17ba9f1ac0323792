import type { View } from '../../bridge/view.ts';
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

/** How questions are answered from the texts of both runs, and from what is looked at besides. */
export type EvidenceAnswers<Queries extends { [M in keyof Queries]: [unknown, unknown] }> = {
  readonly [M in keyof Queries]: (
    sides: EvidenceOfSides,
    beside: Beside | null,
    params: Queries[M][0],
  ) => Queries[M][1];
};
