import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import type { ReportInput } from '../../../core/text/comparison/comparison-report.ts';
import type { ProfileReportInput } from '../../../core/text/report/profile-report.ts';
import type { ReportEvidence } from '../../../core/text/report/report-document.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { benchmarkResults, benchmarkSection } from './benchmark-report.ts';
import { collectorResults, collectorSection } from './collector-report.ts';
import { escapeSection } from './escape-report.ts';
import type { EvidenceAnswers } from './evidence-answers.ts';
import { loadResults } from './load-report.ts';
import { missingEvidence } from './missing.ts';
import { type ProfileSource, type ProfileTotal, profileResults } from './profile-results.ts';
import { resultsTable } from './result-figure.ts';
import { sitesSection } from './sites-report.ts';
import { sourceOf } from './sources.ts';

/** What the report of a comparison says besides its profiles, which are named in `profiles`. */
export function comparisonEvidence(
  answers: EvidenceAnswers,
  { totals, level }: Pick<ReportInput, 'totals' | 'level'>,
  profiles: string,
): ReportEvidence | null {
  return reportEvidence(answers, totals, { level, source: profiles, isComparison: true });
}

/** What the report of one profile says besides it. */
export function profileEvidence(
  answers: EvidenceAnswers,
  { totals, level }: Pick<ProfileReportInput, 'totals' | 'level'>,
  profile: string,
): ReportEvidence | null {
  const alone = totals.map(({ sampleType, total }) => ({
    quantity: { sampleType, per: null },
    before: Number.NaN,
    after: total,
    evidence: null,
  }));
  return reportEvidence(answers, alone, { level, source: profile, isComparison: false });
}

/** Two profiles by their names: `old.pb.gz → new.pb.gz`, or one name where both have it. */
export function pairWords(
  before: Pick<ProfileSummary, 'name'>,
  after: Pick<ProfileSummary, 'name'>,
): string {
  const [was, is] = [visibleText(before.name), visibleText(after.name)];
  return was === is ? is : `${was} → ${is}`;
}

/** Results with their sources, a section a kind, what is missing; null where it is not about allocations at all. */
function reportEvidence(
  answers: EvidenceAnswers,
  totals: readonly ProfileTotal[],
  profiles: ProfileSource,
): ReportEvidence | null {
  const { collector, benchmarks, escapes, escapeChanges, load, sites } = answers;
  const { isComparison } = profiles;
  const traces = sourceOf(answers, 'gctrace');
  const runs = sourceOf(answers, 'benchmarks');
  const loads = sourceOf(answers, 'load');
  const requests = load?.requests ?? { before: null, after: null };
  const figures = [
    ...profileResults(totals, { ...requests, source: loads }, profiles),
    ...(collector === null ? [] : collectorResults(collector, traces)),
    ...(benchmarks === null ? [] : benchmarkResults(benchmarks, runs, isComparison)),
    ...(load === null ? [] : loadResults(load, loads, isComparison)),
  ];
  if (figures.length === 0 && escapes === null) return null;
  return {
    results: resultsTable(
      figures,
      isComparison,
      isComparison ? 'Percentages are of before. Beneath each figure stands where it is from.' : '',
    ),
    sections: [
      ...(collector === null ? [] : [collectorSection(collector, traces)]),
      ...(benchmarks === null ? [] : [benchmarkSection(benchmarks, runs, isComparison)]),
      ...(escapes === null
        ? []
        : [escapeSection(escapes, escapeChanges, sourceOf(answers, 'escape'), isComparison)]),
      ...(sites === null || sites.rows.length === 0 ? [] : [sitesSection(sites, isComparison)]),
    ],
    missing: missingEvidence(answers, isComparison),
  };
}
