import type { ValueType } from '../../profile/profile.ts';
import { formatSigned } from '../../units/change.ts';
import { formatExactQuantity } from '../../units/quantity.ts';
import { describeSampleType } from '../../units/sample-type-words.ts';
import { formatShare } from '../../units/share.ts';
import { type Interval, intervalWords, levelWords, WORKLOAD_NOTE } from '../comparison/evidence.ts';
import {
  type Quantity,
  shownChange,
  shownInFull,
  shownValue,
} from '../comparison/quantity-words.ts';
import { lowerFirst } from '../lower-first.ts';
import type { Phrase, ReportCell, ReportDocument, ReportTable } from './report-document.ts';
import { reportTerms } from './terms.ts';

/** A function of a profile. Intervals are null where they are not known. */
export interface ReportedFunction {
  /** Fit to be shown. */
  readonly name: string;
  /** The same without the path before its package. */
  readonly shortName: string;
  readonly flat: number;
  readonly cum: number;
  readonly flatInterval: Interval | null;
  readonly cumInterval: Interval | null;
}

/** All that a report of one profile is made of; texts are fit to be shown. */
export interface ProfileReportInput {
  /** What is looked at. */
  readonly sampleType: ValueType;
  /** What percentages refer to. */
  readonly total: number;
  /** What percentages refer to, as a sentence without its full stop. */
  readonly denominator: string;
  /** Whether values are changes, as those of a saved comparison. */
  readonly isChange: boolean;
  /** Through what all stacks lead that are looked at; null where all are. */
  readonly focus: string | null;
  /** What totals are of where nothing is in focus, as a sentence. */
  readonly wholeNote: string;
  /** All sample types, `sampleType` among them. */
  readonly totals: readonly {
    readonly sampleType: ValueType;
    readonly total: number;
    readonly interval: Interval | null;
  }[];
  /** Largest first. */
  readonly byFlat: readonly ReportedFunction[];
  readonly byCum: readonly ReportedFunction[];
  /** How many there are in all. */
  readonly functionCount: number;
  /** Of the intervals; null where the draws are not known. */
  readonly level: number | null;
  /** Why they are not known; '' where they are. */
  readonly unknownReason: string;
  /** What is told apart, such as `function`. */
  readonly granularity: string;
  readonly warnings: readonly string[];
  readonly method: ReportDocument['method'];
}

/** Where a profile's values come from, and how sure that is, in words that can be quoted. */
export function profileReport(input: ProfileReportInput): ReportDocument {
  const { byFlat, byCum, granularity, warnings, method, totals, level } = input;
  return {
    headline: headline(input),
    paragraphs: [...largest(input), [noise(input)]],
    tables: [
      totalsTable(input),
      functionsTable(input, byFlat, 'flat'),
      functionsTable(input, byCum, 'cum'),
    ],
    evidence: null,
    hazards: warnings.map((text) => ({ severity: 'warn', text })),
    noHazards: 'Nothing was found that speaks against trusting this profile.',
    method,
    terms: reportTerms({
      sampleTypes: totals.map(({ sampleType }) => sampleType),
      granularity,
      isComparison: false,
      level,
    }),
  };
}

/** What a function does to a quantity, and of what it does a part; all others it `accounts for`. */
const verbs: Readonly<Record<string, readonly [verb: string, what: string]>> = {
  alloc_objects: ['allocates', 'objects'],
  alloc_space: ['allocates', 'bytes'],
  inuse_objects: ['allocated', 'objects live'],
  inuse_space: ['allocated', 'bytes live'],
  cpu: ['uses', 'CPU time'],
};

const quantityOf = (sampleType: ValueType): Quantity => ({ sampleType, per: null });

/** `handlers.(*Handler).enrich itself allocates 31.0% of all objects: 8.22M of 26.5M objects.` */
function headline({ sampleType, total, isChange, focus, byFlat }: ProfileReportInput): Phrase[] {
  const title = describeSampleType(sampleType).title;
  const [first] = byFlat;
  if (first === undefined || total === 0) return [`${title}: none.`];
  const known = Object.hasOwn(verbs, sampleType.type) ? verbs[sampleType.type] : undefined;
  const [verb, what] = known ?? ['accounts for', lowerFirst(title)];
  const quantity = quantityOf(sampleType);
  const through: Phrase[] = focus === null ? [] : [' on the stacks through ', { code: focus }];
  if (isChange) {
    const share = formatSigned(first.flat, (value) => formatShare(value, total));
    const change = `${shownChange(first.flat, quantity)} against ${shownInFull(total, quantity)}`;
    const said = ` itself changed by ${share} of the ${lowerFirst(title)} on the side compared with`;
    return [{ code: first.shortName }, said, ...through, `: ${change}.`];
  }
  const part = `${formatShare(first.flat, total)} of all ${what}`;
  const values = `${shownValue(first.flat, quantity)} of ${shownInFull(total, quantity)}`;
  return [{ code: first.shortName }, ` itself ${verb} ${part}`, ...through, `: ${values}.`];
}

/** How many functions are named in the text. */
const NAMED = 3;

function largest(input: ProfileReportInput): Phrase[][] {
  const { byFlat, total, isChange, granularity, functionCount } = input;
  if (byFlat.length < 2 || total === 0) return [];
  const shareOf = (flat: number) =>
    isChange ? formatSigned(flat, (value) => formatShare(value, total)) : formatShare(flat, total);
  const shown = byFlat.slice(0, NAMED);
  const list = shown.flatMap(({ shortName, flat }, at): Phrase[] => [
    at === 0 ? '' : at === shown.length - 1 ? ' and ' : ', ',
    { code: shortName },
    ` (${shareOf(flat)})`,
  ]);
  const sum = byFlat.reduce((all, { flat }) => all + flat, 0);
  const share = formatShare(sum, total);
  const others =
    byFlat.length < functionCount && !isChange
      ? ` The ${byFlat.length} largest of ${functionCount} make ${share} of the whole.`
      : '';
  return [
    [
      `The ${shown.length} ${granularity}s with the largest own (flat) ${isChange ? 'change' : 'value'} are `,
      ...list,
      `.${others}`,
    ],
  ];
}

function noise({ level, unknownReason, totals, sampleType }: ProfileReportInput): string {
  if (level === null) return `How far sampling noise reaches is not known. ${unknownReason}`.trim();
  const known = totals.find((row) => row.sampleType === sampleType)?.interval ?? null;
  if (known === null) return WORKLOAD_NOTE;
  if (known.low === known.high) return 'Everything was counted: sampling leaves nothing open.';
  const words = intervalWords(known, quantityOf(sampleType));
  return `The ${levelWords(level)} interval of the total is ${words}. ${WORKLOAD_NOTE}`;
}

function totalsTable({ totals, wholeNote, level, focus }: ProfileReportInput): ReportTable {
  return {
    title: 'Totals',
    note: focus === null ? wholeNote : `Of the samples whose stacks lead through ${focus}.`,
    headings: [
      'quantity',
      'total',
      'in full',
      ...(level === null ? [] : [`${levelWords(level)} interval`]),
    ],
    rows: totals.map(({ sampleType, total, interval }) => [
      { text: [describeSampleType(sampleType).title] },
      { text: [shownValue(total, quantityOf(sampleType))] },
      { text: [formatExactQuantity(total, sampleType)] },
      ...(level === null ? [] : [{ text: [intervalText(interval, sampleType)] }]),
    ]),
    empty: 'The profile has no sample types.',
  };
}

function functionsTable(
  { sampleType, total, denominator, granularity, level, focus }: ProfileReportInput,
  functions: readonly ReportedFunction[],
  by: 'flat' | 'cum',
): ReportTable {
  const title = describeSampleType(sampleType).title;
  const own = by === 'flat' ? 'own (flat) value' : 'value with all that it calls (cum)';
  const ranges = level === null ? '' : ` Ranges are ${levelWords(level)} intervals.`;
  const value = (sum: number, interval: Interval | null): ReportCell => ({
    text: [shownValue(sum, quantityOf(sampleType))],
    ...(interval === null || interval.low === interval.high
      ? {}
      : { note: intervalText(interval, sampleType) }),
  });
  return {
    title: by === 'flat' ? 'Largest by flat' : 'Largest by cum',
    note: `By the ${granularity}’s ${own}: ${title}. ${denominator}.${ranges}`,
    headings: [granularity, 'flat', 'flat %', 'cum', 'cum %'],
    rows: functions.map(({ name, shortName, flat, cum, flatInterval, cumInterval }) => [
      { text: [{ code: shortName }], title: name, fullName: name },
      value(flat, flatInterval),
      { text: [formatShare(flat, total)] },
      value(cum, cumInterval),
      { text: [formatShare(cum, total)] },
    ]),
    empty: focus === null ? 'Nothing was recorded.' : 'No stack leads through it.',
  };
}

const intervalText = (interval: Interval | null, sampleType: ValueType): string =>
  intervalWords(interval ?? { low: Number.NaN, high: Number.NaN }, quantityOf(sampleType));
