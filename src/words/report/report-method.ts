import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { ReportInput } from '../../core/text/comparison/comparison-report.ts';
import {
  type Quantity,
  quantityTitle,
  shownInFull,
} from '../../core/text/comparison/quantity-words.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { formatDuration } from '../../core/units/duration.ts';
import { formatInteger } from '../../core/units/integer.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';
import { counted } from '../counted.ts';
import { formatMoment } from '../format-time.ts';
import type { FrameTexts } from '../frame-texts.ts';
import { granularityWords } from '../granularity-words.ts';
import { samplingWords } from '../sampling-words.ts';

/** What somebody needs who wants to obtain the same figures again. */
export function reportMethod(
  sides: { readonly before: ProfileSummary; readonly after: ProfileSummary },
  { view, frames }: { readonly view: View; readonly frames: FrameTexts },
  quantity: Quantity,
  percentOf: ReportInput['percentOf'],
): ReportInput['method'] {
  const { type } = quantity.sampleType;
  const { sentence } = describeSampleType(quantity.sampleType);
  const whole = shownInFull(percentOf.total, quantity);
  const lines: (readonly [string, string])[] = [
    ['Before', profileWords(sides.before)],
    ['After', profileWords(sides.after)],
    ['Quantity', `${quantityTitle(quantity)} (${visibleText(type)}). ${sentence}`],
    ['Divided by', divisorWords(view, quantity)],
    [
      'Percentages',
      `“% of before” refers to the value before in the same row, “% of ${percentOf.name}” to ${whole}.`,
    ],
    ['Functions', functionWords(view)],
    ['Matching', matchingWords(view, frames)],
    ...focusWords(view),
  ];
  return lines.map(([label, text]) => ({ label, text }));
}

/** A profile's file and when it was taken: `heap.pb.gz, taken 23 Nov 2026, 15:04:02 UTC, over 30 s`. */
export function captureWords({
  name,
  timeMillis,
  durationNanos,
}: Pick<ProfileSummary, 'name' | 'timeMillis' | 'durationNanos'>): string {
  const facts = [
    visibleText(name),
    timeMillis === null ? 'time of capture unknown' : `taken ${formatMoment(timeMillis)}`,
    durationNanos === null ? '' : `over ${formatDuration(durationNanos)}`,
  ];
  return facts.filter((fact) => fact !== '').join(', ');
}

/** Where a profile came from, when it was taken, and of how much it is made. */
export function profileWords(profile: ProfileSummary): string {
  const { sha256, binary, buildId, counts } = profile;
  const facts = [
    captureWords(profile),
    binary === '' ? '' : `binary ${visibleText(binary)}`,
    buildId === '' ? '' : `build ${visibleText(buildId)}`,
    samplingWords(profile),
    counted(counts.samples, 'sample', 'samples'),
    `SHA-256 ${sha256}`,
  ];
  return facts.filter((fact) => fact !== '').join(', ');
}

function divisorWords({ base }: View, quantity: Quantity): string {
  if (base?.fairness.kind === 'per') {
    const { before, after } = base.fairness;
    if (quantity.per === null) return STOCK_WORDS;
    return `${number(before)} before and ${number(after)} after; values are per ${visibleText(quantity.per)}`;
  }
  if (base?.fairness.kind === 'sameTotal') {
    return 'nothing; values after are multiplied so that both sides have the same total';
  }
  return 'nothing; values are as measured';
}

const STOCK_WORDS =
  'nothing: what is there at one moment is as measured, since it does not add up during a run as the divisors do';

const number = (value: number) => (Number.isInteger(value) ? formatInteger(value) : String(value));

/** What functions are told apart by, and what their values include. */
export function functionWords({
  granularity,
  inlines,
}: Pick<View, 'granularity' | 'inlines'>): string {
  const inlined = inlines
    ? 'inlined calls count for themselves'
    : 'inlined calls count for their callers';
  return `told apart by ${granularityWords[granularity]}; ${inlined}; flat is a function’s own value, cum includes what it calls`;
}

function matchingWords({ base }: View, { columns }: FrameTexts): string {
  if (base === null) return '';
  const { tolerant, renames } = base.rules;
  const joinedOtherwise =
    columns.joined?.by.reduce((sum, kind) => sum + (kind >= 3 ? 1 : 0), 0) ?? 0;
  const rules = [
    tolerant
      ? `by name, tolerant of what a rebuild changes; ${counted(joinedOtherwise, 'name was', 'names were')} joined by other than the exact name`
      : 'by exact name',
    ...renames.map(
      ({ pattern, replacement }) => `rule ${visibleText(pattern)} → ${visibleText(replacement)}`,
    ),
  ];
  return rules.join('; ');
}

/** What the stacks are filtered by; nothing where they are not. */
export function focusWords({ focus }: Pick<View, 'focus'>): (readonly [string, string])[] {
  if (focus === null) return [];
  const through = focus.kind === 'frame' ? focus.name : focus.pattern.text;
  return [['Only stacks through', visibleText(through)]];
}
