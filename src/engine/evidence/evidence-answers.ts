import type { EvidenceQueries } from '../../bridge/evidence-api.ts';
import { benchmarkAnswers } from './benchmark-answers.ts';
import { collectorAnswers } from './collector-answers.ts';
import { escapeAnswers } from './escape/escape-answers.ts';
import type { EvidenceAnswers } from './evidence-of-sides.ts';
import { loadAnswers } from './load-answers.ts';
import { sitesAnswers } from './sites/sites-answers.ts';
import { sourceNoteAnswers } from './source-note-answers.ts';

/** How questions about evidence are answered. */
export const evidenceAnswers: EvidenceAnswers<EvidenceQueries> = {
  ...collectorAnswers,
  ...benchmarkAnswers,
  ...escapeAnswers,
  ...loadAnswers,
  ...sitesAnswers,
  ...sourceNoteAnswers,
};
