import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { ExportRequest } from '../../bridge/export-api.ts';
import type { Coloring } from '../../core/drawing/box-colors.ts';
import { COLORINGS } from '../../core/drawing/box-colors.ts';
import { changeColoring } from '../../core/drawing/change-colors.ts';
import type { ValueType } from '../../core/profile/profile.ts';
import { comparisonReport } from '../../core/text/comparison/comparison-report.ts';
import { quantityTitle } from '../../core/text/comparison/quantity-words.ts';
import { lowerFirst } from '../../core/text/lower-first.ts';
import { profileReport } from '../../core/text/report/profile-report.ts';
import { plainText, type ReportDocument } from '../../core/text/report/report-document.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';
import type { Compared } from '../../words/compared.ts';
import { denominatorWords } from '../../words/denominator-words.ts';
import { quantityOf, shownScales, shownTotals } from '../../words/fairness.ts';
import { FrameTexts } from '../../words/frame-texts.ts';
import { distinctName } from '../../words/namesake-note.ts';
import { perWord, perWords } from '../../words/per-words.ts';
import { percentWords } from '../../words/percent-words.ts';
import { comparisonInput } from '../../words/report/comparison-input.ts';
import { profileWords } from '../../words/report/profile-facts.ts';
import { profileReportInput } from '../../words/report/profile-input.ts';
import { focusName } from '../../words/report/view-method.ts';
import { viewEvidence } from '../../words/view-evidence.ts';
import type { ExportTools } from '../tools.ts';
import type { PageData } from './reader/page-data.ts';

/** What a page is about, apart from its graph. */
export interface PageSubject {
  /** For where the user has given none. */
  readonly title: string;
  /** Files and when they were taken. */
  readonly sources: readonly {
    readonly label: string;
    readonly side: 'before' | 'after' | 'only';
    readonly text: string;
  }[];
  readonly sampleType: ValueType;
  readonly compared: PageData['compared'];
  /** What is measured, what percentages are of, what is filtered or divided: sentences without full stops. */
  readonly caption: readonly string[];
  readonly document: ReportDocument;
  readonly frames: FrameTexts;
  readonly coloring: Coloring;
}

type PageRequest = Pick<ExportRequest, 'view' | 'per' | 'percentOf'> & {
  readonly what: Pick<Extract<ExportRequest['what'], { kind: 'page' }>, 'colorBy' | 'changeColor'>;
};

/** Asks for all that a page says. Throws Error with a sentence where a comparison has nothing to compare. */
export async function pageSubject(request: PageRequest, tools: ExportTools): Promise<PageSubject> {
  const { view } = request;
  const frames = new FrameTexts(await tools.ask('frames', view));
  return view.base === null
    ? profileSubject(request, frames, tools)
    : comparisonSubject(request, view.base.profile, frames, tools);
}

async function profileSubject(
  { view, what }: PageRequest,
  frames: FrameTexts,
  tools: ExportTools,
): Promise<PageSubject> {
  const profile = tools.profile(view.profile);
  const sampleType = profile.sampleTypes[view.sampleType];
  if (sampleType === undefined) throw new Error('The profile has no such sample type.');
  const largest = (column: 'flat' | 'cum') =>
    tools.ask('top', { view, sort: { column, descending: true }, filter: null });
  const input = profileReportInput(profile, {
    view,
    frames,
    byFlat: await largest('flat'),
    byCum: await largest('cum'),
    precision: await tools.ask('precision', { view }),
  });
  if (input === null) throw new Error('The profile has no such sample type.');
  const { title, sentence } = describeSampleType(sampleType);
  return {
    title: `${profile.name}: ${lowerFirst(title)}`,
    sources: [{ label: 'Profile', side: 'only', text: sourceText(profile, [profile]) }],
    sampleType,
    compared: null,
    caption: [sentence.replace(/\.$/, ''), denominatorWords(profile, view), ...filterWords(view)],
    document: profileReport(input),
    frames,
    coloring: COLORINGS[what.colorBy],
  };
}

async function comparisonSubject(
  { view, per, percentOf, what }: PageRequest,
  baseProfile: number,
  frames: FrameTexts,
  { ask, profile }: ExportTools,
): Promise<PageSubject> {
  const [before, after] = [profile(baseProfile), profile(view.profile)];
  const summary = await ask('comparison', { before: before.id, after: after.id });
  const comparison: Compared = { summary, per };
  const pair = quantityOf(comparison, view);
  const netTotal = await ask('netTotal', { view });
  const input = comparisonInput(
    { before, after, comparison },
    {
      view,
      frames,
      report: await ask('report', { view }),
      hazards: await ask('hazards', { view }),
      evidence: viewEvidence(view, await ask('confidence', { view })),
      percentOf,
      netTotal,
    },
  );
  if (input === null || pair === null) {
    throw new Error('These two profiles did not both measure that.');
  }
  const basis = perWords(comparison, view, pair);
  const quantity = { sampleType: pair, per: perWord(comparison, view, pair) };
  const totals = { ...shownTotals(comparison, pair, view), net: netTotal };
  const scales = shownScales(view, pair);
  return {
    title: comparedTitle(before, after, quantityTitle(quantity)),
    sources: [
      { label: 'Before', side: 'before', text: sourceText(before, [before, after]) },
      { label: 'After', side: 'after', text: sourceText(after, [before, after]) },
    ],
    sampleType: { type: pair.type, unit: pair.unit },
    compared: { scales, per: basis },
    caption: [
      describeSampleType(pair).sentence.replace(/\.$/, ''),
      percentWords(percentOf, pair, totals, basis, view),
      ...filterWords(view),
    ],
    document: comparisonReport(input),
    frames,
    coloring: changeColoring(scales, what.changeColor),
  };
}

function comparedTitle(before: ProfileSummary, after: ProfileSummary, quantity: string): string {
  const [from, to] = [before, after].map((profile) => distinctName(profile, [before, after]));
  const files = from === to ? from : `${from} → ${to}`;
  return `${files}: ${lowerFirst(quantity)}, before and after`;
}

const sourceText = (profile: ProfileSummary, all: readonly ProfileSummary[]): string =>
  plainText(profileWords(profile, all));

const filterWords = ({ focus }: View): string[] =>
  focus === null ? [] : [`Only stacks through ${focusName(focus)}`];
