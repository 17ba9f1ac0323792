import type { LoadReport } from '../core/evidence/load/load-report.ts';
import type { EvidenceQuestion } from './evidence-question.ts';

export type { LoadReport } from '../core/evidence/load/load-report.ts';

/** The reports of load generators about both runs, in the order of their texts. */
export interface LoadReportsOfSides {
  readonly before: readonly LoadReport[];
  readonly after: readonly LoadReport[];
  /** What values of each profile may be divided by to be per request; null where no report tells it. */
  readonly requests: { readonly before: number | null; readonly after: number | null };
}

export interface LoadQueries {
  loadReports: [params: EvidenceQuestion, result: LoadReportsOfSides];
}
