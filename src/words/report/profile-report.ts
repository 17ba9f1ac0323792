import type { ProfileSummary, TopTable, View } from '../../bridge/engine-api.ts';
import type { ValueType } from '../../core/profile/profile.ts';
import type {
  ReportCell,
  ReportDocument,
  ReportTable,
} from '../../core/text/comparison/report-document.ts';
import { visibleText } from '../../core/text/visible-text.ts';
import { formatExactQuantity, formatQuantity, formatValue } from '../../core/units/quantity.ts';
import { describeSampleType } from '../../core/units/sample-type-words.ts';
import { formatShare } from '../../core/units/share.ts';
import { counted } from '../counted.ts';
import { denominatorWords } from '../denominator-words.ts';
import type { FrameTexts } from '../frame-texts.ts';
import { granularityWords } from '../granularity-words.ts';
import { packagedName } from '../packaged-name.ts';
import { focusWords, functionWords, profileWords } from './report-method.ts';

/** All that the engine tells of one profile for its report. */
export interface ProfileAnswers {
  readonly view: View;
  readonly frames: FrameTexts;
  /** By flat value, heaviest first. */
  readonly top: TopTable;
}

/** What a profile measured and where, in words that can be quoted; at most so many functions. */
export function profileReport(
  profile: ProfileSummary,
  answers: ProfileAnswers,
  functions: number,
): ReportDocument {
  const { view } = answers;
  const type = profile.sampleTypes[view.sampleType];
  if (type === undefined) throw new Error('The profile has no such sample type.');
  return {
    headline: headline(type, answers),
    paragraphs: [],
    tables: [totalsTable(profile), functionsTable(type, answers, functions)],
    hazards: profile.warnings.map((text) => ({ severity: 'note', text: visibleText(text) })),
    method: method(profile, type, answers),
  };
}

function headline(type: ValueType, { view, top }: ProfileAnswers): string {
  const { title } = describeSampleType(type);
  const stacks = view.focus === null ? '' : ' on the stacks shown';
  return `${title}${stacks}: ${formatQuantity(top.total, type)}.`;
}

function totalsTable({ sampleTypes, totals }: ProfileSummary): ReportTable {
  return {
    title: 'Totals',
    note: 'Of the whole profile, in every sample type that it has.',
    headings: ['quantity', 'total', 'exactly', 'sample type'],
    rows: sampleTypes.map((type, at) => {
      const total = totals[at] ?? 0;
      return [
        { text: [describeSampleType(type).title], note: describeSampleType(type).sentence },
        { text: [formatValue(total, type.unit)] },
        { text: [formatExactQuantity(total, type)] },
        { text: [{ code: visibleText(type.type) }] },
      ];
    }),
    empty: 'The profile has no sample types.',
  };
}

function functionsTable(
  type: ValueType,
  { view, frames, top }: ProfileAnswers,
  functions: number,
): ReportTable {
  const { frame, flat, cum, total } = top;
  const rows = Array.from(frame.subarray(0, functions), (id, row): ReportCell[] => {
    const name = frames.name(id);
    const [own, all] = [flat[row] ?? 0, cum[row] ?? 0];
    return [
      { text: [{ code: packagedName(name) }], title: name },
      { text: [formatValue(own, type.unit)] },
      { text: [formatShare(own, total)] },
      { text: [formatValue(all, type.unit)] },
      { text: [formatShare(all, total)] },
    ];
  });
  const word = granularityWords[view.granularity];
  const shown = rows.length < frame.length ? `The first ${rows.length} of ` : '';
  const all = counted(frame.length, 'row', 'rows');
  return {
    title: `Top by ${word}`,
    note: `${shown}${all}, by flat (own) value: ${describeSampleType(type).title}.`,
    headings: [word, 'flat', 'flat %', 'cum', 'cum %'],
    rows,
    empty: 'Nothing was measured.',
  };
}

function method(
  profile: ProfileSummary,
  type: ValueType,
  { view, top }: ProfileAnswers,
): ReportDocument['method'] {
  const { title, sentence } = describeSampleType(type);
  const lines: (readonly [string, string])[] = [
    ['Profile', profileWords(profile)],
    ['Quantity', `${title} (${visibleText(type.type)}). ${sentence}`],
    [
      'Percentages',
      `${denominatorWords(profile, view)}, exactly ${formatExactQuantity(top.total, type)}.`,
    ],
    ['Functions', functionWords(view)],
    ...focusWords(view),
  ];
  return lines.map(([label, text]) => ({ label, text }));
}
