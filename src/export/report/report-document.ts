import type { View } from '../../bridge/engine-api.ts';
import type { EvidenceSides } from '../../bridge/evidence-question.ts';
import {
  comparisonReport,
  type ReportInput,
} from '../../core/text/comparison/comparison-report.ts';
import type { Phrase, ReportDocument } from '../../core/text/report/report-document.ts';
import type { Compared } from '../../words/compared.ts';
import { quantityOf } from '../../words/fairness.ts';
import { divisorText, perWords } from '../../words/per-words.ts';
import { comparisonInput } from '../../words/report/comparison-input.ts';
import { askEvidence } from '../../words/report/evidence/evidence-answers.ts';
import {
  comparisonDocument,
  profileDocument,
} from '../../words/report/evidence/report-evidence.ts';
import { sidesOfOne } from '../../words/report/evidence/sides-of-one.ts';
import { profileWords } from '../../words/report/profile-facts.ts';
import { profileReportInput } from '../../words/report/profile-input.ts';
import { viewEvidence } from '../../words/view-evidence.ts';
import type { Subject } from '../picture/subject.ts';
import type { ExportTools } from '../tools.ts';

type Ask = Pick<ExportTools, 'ask'>;
type Tools = Pick<ExportTools, 'ask' | 'evidence'>;

/**
 * What is to be said of a view, and of the texts of both runs. Rejects with Error where its profiles do not have
 * what it is about.
 */
export async function askReport(
  subject: Subject,
  sides: EvidenceSides,
  tools: Tools,
): Promise<ReportDocument> {
  const report =
    subject.compared === null
      ? await ofProfile(subject, sides, tools)
      : await ofComparison(subject, subject.compared, sides, tools);
  if (report === null) {
    throw new Error(
      'There is nothing to report: what is looked at was not measured. Choose another sample type.',
    );
  }
  return report;
}

/** The profiles that a report is about, and what their values are divided by, in sentences. */
export function sourceWords({ profile, compared, view }: Subject): Phrase[] {
  if (compared === null) return ['From ', ...profileWords(profile, [profile]), '.'];
  const both = [compared.before, profile];
  return [
    'Before is ',
    ...profileWords(compared.before, both),
    '. After is ',
    ...profileWords(profile, both),
    '.',
    divisorSentence(view, compared.comparison),
  ];
}

function divisorSentence(view: View, comparison: Compared): string {
  if (view.base?.fairness.kind !== 'per') return '';
  const { before, after } = view.base.fairness;
  const per = perWords(comparison, view, quantityOf(comparison, view));
  const by = `before is divided by ${divisorText(before)}, after by ${divisorText(after)}`;
  return per === '' ? ` Of totals that add up during a run, ${by}.` : ` Values are ${per}: ${by}.`;
}

async function ofProfile(
  { view, profile, frames }: Subject,
  sides: EvidenceSides,
  { ask, evidence }: Tools,
): Promise<ReportDocument | null> {
  const largest = (column: 'flat' | 'cum') =>
    ask('top', { view, sort: { column, descending: true }, filter: null });
  const input = profileReportInput(profile, {
    view,
    frames,
    byFlat: await largest('flat'),
    byCum: await largest('cum'),
    precision: await ask('precision', { view }),
  });
  if (input === null) return null;
  const answers = await askEvidence(ask, evidence, sidesOfOne(sides, profile), view);
  return profileDocument(input, profile, answers);
}

async function ofComparison(
  subject: Subject,
  compared: NonNullable<Subject['compared']>,
  sides: EvidenceSides,
  tools: Tools,
): Promise<ReportDocument | null> {
  const input = await askComparisonInput(subject, compared, tools);
  if (input === null) return null;
  const answers = await askEvidence(tools.ask, tools.evidence, sides, subject.view);
  const { before } = compared;
  return comparisonDocument(input, { before, after: subject.profile }, answers);
}

/** What is to be said of a comparison; null where both sides did not measure what it is about. */
export async function askComparison(
  subject: Subject,
  compared: NonNullable<Subject['compared']>,
  tools: Ask,
): Promise<ReportDocument | null> {
  const input = await askComparisonInput(subject, compared, tools);
  return input && comparisonReport(input);
}

async function askComparisonInput(
  { view, profile, frames, percentOf }: Subject,
  { before, comparison }: NonNullable<Subject['compared']>,
  { ask }: Ask,
): Promise<ReportInput | null> {
  if (!isMeasuredOnBothSides(comparison.summary.sampleTypes, view)) return null;
  return comparisonInput(
    { before, after: profile, comparison },
    {
      view,
      frames,
      report: await ask('report', { view }),
      hazards: await ask('hazards', { view }),
      evidence: viewEvidence(view, await ask('confidence', { view })),
      percentOf,
      netTotal: percentOf === 'net' ? await ask('netTotal', { view }) : 0,
    },
  );
}

const isMeasuredOnBothSides = (
  pairs: readonly { readonly before: number; readonly after: number }[],
  { sampleType, base }: View,
) => pairs.some(({ before, after }) => before === base?.sampleType && after === sampleType);
