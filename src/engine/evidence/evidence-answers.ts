import type { EngineParams, EngineResult, View } from '../../bridge/engine-api.ts';
import type { EvidenceMethod } from '../../bridge/evidence-api.ts';
import type { Subject } from '../subject.ts';
import { collectorAnswers } from './collector-answers.ts';
import { escapeAnswers } from './escape/escape-answers.ts';
import type { EvidenceOfSides } from './evidence-of-sides.ts';
import { sitesAnswers } from './sites/sites-answers.ts';

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
} = { ...collectorAnswers, ...escapeAnswers, ...sitesAnswers };
