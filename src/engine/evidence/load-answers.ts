import type { LoadQueries, LoadReport } from '../../bridge/load-api.ts';
import type { Evidence } from '../../core/evidence/evidence.ts';
import { answeredRequests } from '../../core/evidence/load/load-report.ts';
import type { EvidenceAnswers } from './evidence-of-sides.ts';

/** How questions about the reports of load generators are answered. */
export const loadAnswers: EvidenceAnswers<LoadQueries> = {
  loadReports: (sides) => {
    const [before, after] = [reportsOf(sides.before), reportsOf(sides.after)];
    const requests = { before: answeredRequests(before), after: answeredRequests(after) };
    return { before, after, requests };
  },
};

function reportsOf(texts: readonly Evidence[]): LoadReport[] {
  return texts.flatMap(({ load }) => load.found);
}
