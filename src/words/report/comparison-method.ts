import type { ProfileSummary, View } from '../../bridge/engine-api.ts';
import type { ReportInput } from '../../core/text/comparison/comparison-report.ts';
import {
  type Quantity,
  quantityTitle,
  shownInFull,
} from '../../core/text/comparison/quantity-words.ts';
import type { Phrase, ReportEntry } from '../../core/text/report/report-document.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { counted } from '../counted.ts';
import type { FrameTexts } from '../frame-texts.ts';
import { divisorText } from '../per-words.ts';
import { profileFacts } from './profile-facts.ts';
import { quantityEntry, viewEntries } from './view-method.ts';

/** What somebody needs who wants to obtain the same figures again. */
export function comparisonMethod(
  sides: { readonly before: ProfileSummary; readonly after: ProfileSummary },
  { view, frames }: { readonly view: View; readonly frames: FrameTexts },
  quantity: Quantity,
  percentOf: ReportInput['percentOf'],
): ReportEntry[] {
  const both = [sides.before, sides.after];
  const whole = shownInFull(percentOf.total, quantity);
  return [
    { label: 'Before', text: profileFacts(sides.before, both) },
    { label: 'After', text: profileFacts(sides.after, both) },
    quantityEntry(quantity.sampleType, quantityTitle(quantity)),
    { label: 'Divided by', text: [divisorWords(view, quantity)] },
    {
      label: 'Denominators',
      text: [
        `“% of before” and “% of its own before” refer to the value before in the same row, “% of ${percentOf.name}” to ${whole}.`,
      ],
    },
    { label: 'Matching', text: matchingWords(view, frames) },
    ...viewEntries(view),
  ];
}

function divisorWords({ base }: View, quantity: Quantity): string {
  if (base?.fairness.kind === 'per') {
    const { before, after } = base.fairness;
    if (quantity.per === null) return STOCK_WORDS;
    const per = visibleText(quantity.per);
    return `${divisorText(before)} before and ${divisorText(after)} after, as the author counted them; values are per ${per}`;
  }
  if (base?.fairness.kind === 'sameTotal') {
    return 'nothing; values after are multiplied so that both sides have the same total';
  }
  return 'nothing; values are as measured';
}

const STOCK_WORDS =
  'nothing: what is there at one moment is as measured, since it does not add up during a run as the divisors do';

function matchingWords({ base }: View, { columns }: FrameTexts): Phrase[] {
  if (base === null) return [];
  const { tolerant, renames } = base.rules;
  const joinedOtherwise =
    columns.joined?.by.reduce((sum, kind) => sum + (kind >= 3 ? 1 : 0), 0) ?? 0;
  const names = tolerant
    ? `by name, tolerant of what a rebuild changes; ${counted(joinedOtherwise, 'name was', 'names were')} joined by other than the exact name`
    : 'by exact name';
  const rules = renames.flatMap(({ pattern, replacement }): Phrase[] => [
    '; rule ',
    { code: visibleText(pattern) },
    ' → ',
    { code: visibleText(replacement) },
  ]);
  return [names, ...rules];
}
