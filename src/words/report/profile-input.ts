import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { FrameBounds, Precision, TopTable } from '../../bridge/frames-api.ts';
import type { Interval } from '../../core/text/comparison/evidence.ts';
import type {
  ProfileReportInput,
  ReportedFunction,
} from '../../core/text/report/profile-report.ts';
import type { ReportEntry } from '../../core/text/report/report-document.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { formatQuantity } from '../../core/units/quantity.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';
import { denominatorWords } from '../denominator-words.ts';
import type { FrameTexts } from '../frame-texts.ts';
import { granularityWords } from '../granularity-words.ts';
import { packagedName } from '../packaged-name.ts';
import { rowOfFrame } from '../row-of-frame.ts';
import { isSavedComparison } from '../saved-comparison.ts';
import { profileFacts } from './profile-facts.ts';
import { focusName, quantityEntry, viewEntries } from './view-method.ts';

/** All that the engine tells of a view of one profile for its report. */
export interface ProfileReportAnswers {
  readonly view: View;
  readonly frames: FrameTexts;
  /** Sorted by flat and by cum, the largest first. */
  readonly byFlat: TopTable;
  readonly byCum: TopTable;
  readonly precision: Precision;
}

/** How many functions each table has. */
const ROWS = 10;

/** What the report of a view of one profile is made of; null where it has no such sample type. */
export function profileReportInput(
  profile: ProfileSummary,
  { view, frames, byFlat, byCum, precision }: ProfileReportAnswers,
): ProfileReportInput | null {
  const sampleType = profile.sampleTypes[view.sampleType];
  if (sampleType === undefined) return null;
  const isKnown = precision.frames !== null;
  return {
    sampleType,
    total: byFlat.total,
    denominator: denominatorOf(profile, view, byFlat.total),
    isChange: isSavedComparison(profile),
    focus: view.focus && focusName(view.focus),
    wholeNote: isSavedComparison(profile)
      ? 'Of all samples of the side compared with.'
      : 'Of all samples in the profile.',
    totals: profile.sampleTypes.map((type, row) => ({
      sampleType: type,
      total: precision.totals[row]?.total ?? 0,
      interval: precision.totals[row]?.bounds ?? null,
    })),
    byFlat: largest(byFlat, byFlat.flat, frames, precision.frames),
    byCum: largest(byCum, byCum.cum, frames, precision.frames),
    functionCount: byFlat.rowCount,
    level: isKnown ? precision.level : null,
    unknownReason: precision.reason,
    granularity: granularityWords[view.granularity],
    warnings: profile.warnings.map(visibleText),
    method: method(profile, view, byFlat.total),
  };
}

/** The first rows that are something under the column by which they are sorted. */
function largest(
  table: TopTable,
  sorted: Float64Array,
  frames: FrameTexts,
  bounds: FrameBounds | null,
): ReportedFunction[] {
  const shown = table.frame.subarray(0, ROWS).filter((_, row) => sorted[row] !== 0);
  return Array.from(shown, (frame, row) => {
    const name = frames.name(frame);
    return {
      name,
      shortName: packagedName(name),
      flat: table.flat[row] ?? 0,
      cum: table.cum[row] ?? 0,
      flatInterval: intervalOf(bounds, frame, 'flat'),
      cumInterval: intervalOf(bounds, frame, 'cum'),
    };
  });
}

function intervalOf(
  bounds: FrameBounds | null,
  frame: number,
  value: 'flat' | 'cum',
): Interval | null {
  const row = bounds === null ? -1 : rowOfFrame(bounds.frame, frame);
  if (bounds === null || row < 0) return null;
  const { low, high } = bounds[value];
  const interval = { low: low[row] ?? Number.NaN, high: high[row] ?? Number.NaN };
  return Number.isNaN(interval.low) ? null : interval;
}

/** What percentages are of, with its value also where stacks are left out. */
function denominatorOf(profile: ProfileSummary, view: View, total: number): string {
  const { sampleTypes } = profile;
  const sampleType = sampleTypes[view.sampleType];
  if (view.focus === null || sampleType === undefined) return denominatorWords(profile, view);
  const through = focusName(view.focus);
  return `Percentages are of ${formatQuantity(total, sampleType)} on the stacks through ${through}`;
}

function method(profile: ProfileSummary, view: View, total: number): ReportEntry[] {
  const sampleType = profile.sampleTypes[view.sampleType];
  return [
    { label: 'Profile', text: profileFacts(profile, [profile]) },
    ...(sampleType === undefined
      ? []
      : [quantityEntry(sampleType, describeSampleType(sampleType).title)]),
    { label: 'Denominator', text: [`${denominatorOf(profile, view, total)}.`] },
    ...viewEntries(view),
    ...profile.comments.map((comment) => ({
      label: 'Comment in the profile',
      text: [{ code: visibleText(comment) }],
    })),
  ];
}
