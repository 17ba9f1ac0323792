import type {
  ConfidenceColumns,
  DifferenceTable,
  Hazard,
  Report,
  SampleTypePair,
} from '../../bridge/comparison-api.ts';
import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type {
  ComparedFunction,
  ReportInput,
} from '../../core/text/comparison/comparison-report.ts';
import { type Evidence, evidenceAt } from '../../core/text/comparison/evidence.ts';
import type { Denominator } from '../../core/text/comparison/quantity-words.ts';
import { formatCount } from '../../core/units/count.ts';
import type { Compared } from '../compared.ts';
import {
  commonQuantities,
  isDivided,
  quantityOf,
  sameTotalRatio,
  shownScales,
} from '../fairness.ts';
import type { FrameEvidence } from '../frame-evidence.ts';
import type { FrameTexts } from '../frame-texts.ts';
import { granularityWords } from '../granularity-words.ts';
import { packagedName } from '../packaged-name.ts';
import { perWord } from '../per-words.ts';
import { shownRow } from '../shown-row.ts';
import type { ViewEvidence } from '../view-evidence.ts';
import { comparisonMethod } from './comparison-method.ts';
import { focusName } from './view-method.ts';

/** All that the engine tells of a view for its report. */
export interface ComparisonAnswers {
  readonly view: View;
  readonly frames: FrameTexts;
  readonly report: Report;
  readonly hazards: readonly Hazard[];
  readonly evidence: ViewEvidence;
  readonly percentOf: Denominator;
  /** What percentages of the net change refer to; asked for with them only. */
  readonly netTotal: number;
}

/** What the report of a view is made of; null when both sides did not measure what it is about. */
export function comparisonInput(
  {
    before,
    after,
    comparison,
  }: {
    readonly before: ProfileSummary;
    readonly after: ProfileSummary;
    readonly comparison: Compared;
  },
  answers: ComparisonAnswers,
): ReportInput | null {
  const { view, frames, report, hazards, evidence } = answers;
  const viewed = quantityOf(comparison, view);
  const of = report.totals.find(({ sampleType }) => isSame(sampleType, viewed));
  if (of === undefined || viewed === null) return null;
  const { summary } = comparison;
  const shownTotal = ({ sampleType, before, after, confidence }: Report['totals'][number]) => {
    const [scaleBefore, scaleAfter] = shownScales(view, sampleType);
    return {
      quantity: { sampleType, per: perWord(comparison, view, sampleType) },
      before: before * scaleBefore,
      after: after * scaleAfter,
      evidence: firstRow(confidence),
    };
  };
  const percentOf = denominatorOf(answers);
  const total = shownTotal(of);
  const { quantity } = total;
  const ratio = sameTotalRatio(summary, summary.sampleTypes.indexOf(viewed), view);
  return {
    quantity,
    total,
    totals: report.totals.map(shownTotal),
    measured: measuredTotals(comparison, answers),
    falls: functionsOf(report.falls, frames, evidence.frames),
    rises: functionsOf(report.rises, frames, evidence.frames),
    percentOf,
    level: evidence.frames?.known.level ?? null,
    unknownReason: evidence.reason,
    focus: view.focus && focusName(view.focus),
    normalisedBy: view.base?.fairness.kind === 'sameTotal' ? formatCount(ratio) : null,
    granularity: granularityWords[view.granularity],
    hazards: hazards.map(({ severity, message, advice }) => ({
      severity,
      text: `${severityWords[severity]}: ${message} ${advice}`,
    })),
    method: comparisonMethod({ before, after }, { view, frames }, quantity, percentOf),
  };
}

/**
 * The totals that the report has divided or scaled as the profiles have them; null for none, and where the
 * engine tells scaled ones alone.
 */
function measuredTotals(
  { summary }: Compared,
  { view, report }: ComparisonAnswers,
): ReportInput['measured'] {
  switch (view.base?.fairness.kind) {
    case 'per': {
      const divided = report.totals.filter(({ sampleType }) => isDivided(view, sampleType));
      return divided.length === 0
        ? null
        : divided.map(({ sampleType, before, after }) => ({
            quantity: { sampleType, per: null },
            before,
            after,
          }));
    }
    case 'sameTotal':
      if (view.focus !== null) return null;
      return commonQuantities({ summary }).map((sampleType) => {
        const row = summary.sampleTypes.indexOf(sampleType);
        return {
          quantity: { sampleType, per: null },
          before: summary.before[row] ?? 0,
          after: summary.after[row] ?? 0,
        };
      });
    default:
      return null;
  }
}

const severityWords: Readonly<Record<Hazard['severity'], string>> = {
  stop: 'Says nothing',
  warn: 'May mislead',
  note: 'Good to know',
};

const isSame = (one: SampleTypePair, other: SampleTypePair | null): boolean =>
  other !== null && one.before === other.before && one.after === other.after;

function firstRow(columns: ConfidenceColumns | null): Evidence | null {
  return columns && evidenceAt(columns, 0);
}

/** Both tables have the totals of the view. */
function denominatorOf({ report: { falls }, percentOf, netTotal }: ComparisonAnswers) {
  switch (percentOf) {
    case 'before':
      return { name: 'all before', total: falls.totalBefore * falls.scaleBefore };
    case 'after':
      return { name: 'all after', total: falls.totalAfter * falls.scaleAfter };
    case 'net':
      return { name: 'the net change', total: netTotal };
  }
}

function functionsOf(
  table: DifferenceTable,
  frames: FrameTexts,
  evidence: FrameEvidence | null,
): ComparedFunction[] {
  return Array.from(table.frame, (frame, row) => {
    const { flatBefore, flatAfter } = shownRow(table, row);
    const name = frames.name(frame);
    return {
      name,
      shortName: packagedName(name),
      before: flatBefore,
      after: flatAfter,
      evidence: evidence?.of(frame, 'flat') ?? null,
    };
  });
}
