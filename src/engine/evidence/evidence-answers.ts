import type { EngineParams, EngineResult } from '../../bridge/engine-api.ts';
import type { EvidenceMethod } from '../../bridge/evidence-api.ts';
import { benchmarkAnswers } from './benchmark-answers.ts';
import { collectorAnswers } from './collector-answers.ts';
import { escapeAnswers } from './escape/escape-answers.ts';
import type { Beside, EvidenceOfSides } from './evidence-of-sides.ts';
import { loadAnswers } from './load-answers.ts';
import { sitesAnswers } from './sites/sites-answers.ts';
import { sourceNoteAnswers } from './source-note-answers.ts';

/** How questions about evidence are answered. */
export const evidenceAnswers: {
  readonly [M in EvidenceMethod]: (
    sides: EvidenceOfSides,
    beside: Beside | null,
    params: EngineParams<M>,
  ) => EngineResult<M>;
} = {
  ...collectorAnswers,
  ...benchmarkAnswers,
  ...escapeAnswers,
  ...loadAnswers,
  ...sitesAnswers,
  ...sourceNoteAnswers,
};
