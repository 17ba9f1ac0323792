import type { ProfileSummary } from '../../../bridge/engine-api.ts';
import {
  comparisonReport,
  type ReportInput,
} from '../../../core/text/comparison/comparison-report.ts';
import {
  type ProfileReportInput,
  profileReport,
} from '../../../core/text/report/profile-report.ts';
import type {
  ReportDocument,
  ReportEntry,
  ReportEvidence,
} from '../../../core/text/report/report-document.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { benchmarkResults, benchmarkSection } from './benchmark-report.ts';
import { collectorResults, collectorSection } from './collector-report.ts';
import { type CountedRuns, countedProfileTotals, countedSection } from './counted-report.ts';
import { escapeSection } from './escape-report.ts';
import type { EvidenceAnswers } from './evidence-answers.ts';
import { loadResults, loadSection } from './load-report.ts';
import { missingEvidence } from './missing.ts';
import {
  countedResults,
  type ProfileSource,
  type ProfileTotal,
  profileResults,
} from './profile-results.ts';
import { resultsTable } from './result-figure.ts';
import { sitesSection } from './sites-report.ts';
import { sourceOf } from './sources.ts';
import { textEntries } from './text-entries.ts';

/** What is to be said of a comparison and of the texts of both runs. */
export function comparisonDocument(
  input: ReportInput,
  { before, after }: { readonly before: ProfileSummary; readonly after: ProfileSummary },
  answers: EvidenceAnswers,
): ReportDocument {
  const { level, focus, normalisedBy } = input;
  const source = {
    level,
    focus,
    isNormalised: normalisedBy !== null,
    source: pairWords(before, after),
    isComparison: true,
  };
  return joined(
    comparisonReport(input),
    reportEvidence(answers, input.totals, source, { before, after }),
    textEntries(answers, true),
  );
}

/** What is to be said of one profile and of the texts of its run. */
export function profileDocument(
  input: ProfileReportInput,
  profile: ProfileSummary,
  answers: EvidenceAnswers,
): ReportDocument {
  // What a saved difference counts is no result of a run.
  const totals = input.isChange ? [] : input.totals;
  const alone = totals.map(({ sampleType, total }) => ({
    quantity: { sampleType, per: null },
    before: Number.NaN,
    after: total,
    evidence: null,
  }));
  const { level, focus } = input;
  const source = {
    level,
    focus,
    isNormalised: false,
    source: visibleText(profile.name),
    isComparison: false,
  };
  return joined(
    profileReport(input),
    reportEvidence(answers, alone, source, { before: null, after: profile }),
    textEntries(answers, false),
  );
}

/** A report of profiles with what texts tell; those are among what is needed to obtain its figures again. */
function joined(
  report: ReportDocument,
  evidence: ReportEvidence | null,
  texts: readonly ReportEntry[],
): ReportDocument {
  return { ...report, evidence, method: [...report.method, ...texts] };
}

/** Two profiles by their names: `old.pb.gz → new.pb.gz`, or one name where both have it. */
function pairWords(
  before: Pick<ProfileSummary, 'name'>,
  after: Pick<ProfileSummary, 'name'>,
): string {
  const [was, is] = [visibleText(before.name), visibleText(after.name)];
  return was === is ? is : `${was} → ${is}`;
}

/** Results with their sources, a section a kind, what is missing; null where nothing is open that tells of them. */
function reportEvidence(
  answers: EvidenceAnswers,
  totals: readonly ProfileTotal[],
  profiles: ProfileSource,
  runs: CountedRuns,
): ReportEvidence | null {
  const { collector, benchmarks, escapes, escapeChanges, load, sites } = answers;
  const { isComparison } = profiles;
  const shown = { isComparison, per: perOf(totals) };
  const traces = sourceOf(answers, 'gctrace');
  const results = sourceOf(answers, 'benchmarks');
  const loads = sourceOf(answers, 'load');
  const requests = load?.requests ?? { before: null, after: null };
  const figures = [
    ...profileResults(totals, { ...requests, source: loads }, profiles),
    ...countedResults(countedProfileTotals(runs), { ...requests, source: loads }, profiles),
    ...(collector === null ? [] : collectorResults(collector, traces)),
    ...(benchmarks === null ? [] : benchmarkResults(benchmarks, results, isComparison)),
    ...(load === null ? [] : loadResults(load, loads, isComparison)),
  ];
  const counted = countedSection(runs);
  if (figures.length + answers.before.length + answers.after.length === 0) return null;
  return {
    results: resultsTable(
      figures,
      isComparison,
      isComparison ? 'Percentages are of before. Beneath each figure stands where it is from.' : '',
    ),
    sections: [
      ...(counted === null ? [] : [counted]),
      ...(collector === null ? [] : [collectorSection(collector, traces)]),
      ...(benchmarks === null ? [] : [benchmarkSection(benchmarks, results, isComparison)]),
      ...(escapes === null
        ? []
        : [escapeSection(escapes, escapeChanges, sourceOf(answers, 'escape'), shown)]),
      ...(load === null ? [] : [loadSection(load, loads, isComparison)]),
      ...(sites === null || sites.rows.length === 0 ? [] : [sitesSection(sites, shown)]),
    ],
    missing: missingEvidence(answers, isComparison),
  };
}

/** What the view divides allocations by; null for nothing. */
const perOf = (totals: readonly ProfileTotal[]): string | null =>
  totals.find(({ quantity }) => quantity.sampleType.type === 'alloc_objects')?.quantity.per ?? null;
