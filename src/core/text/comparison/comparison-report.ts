import { formatChange } from '../../units/change.ts';
import { formatRatio } from '../../units/ratio.ts';
import { lowerFirst } from '../lower-first.ts';
import type { Phrase, ReportCell, ReportDocument, ReportTable } from '../report/report-document.ts';
import { reportTerms } from '../report/terms.ts';
import {
  type BothSides,
  functionInBrief,
  functionWords,
  totalSentence,
} from './change-sentence.ts';
import {
  type Evidence,
  intervalWords,
  levelWords,
  relativeWords,
  type Verdict,
  verdictOf,
  verdictWord,
  WORKLOAD_NOTE,
} from './evidence.ts';
import {
  type Quantity,
  quantityTitle,
  shownChange,
  shownShare,
  shownValue,
} from './quantity-words.ts';

/** A total or a function on both sides, as shown: divided, scaled. */
interface Compared extends BothSides {
  readonly evidence: Evidence | null;
}

/** A function that changed. */
export interface ComparedFunction extends Compared {
  /** Fit to be shown. */
  readonly name: string;
  /** The same without the path before its package. */
  readonly shortName: string;
}

/** All that a report is made of; texts are fit to be shown. */
export interface ReportInput {
  /** What is looked at. */
  readonly quantity: Quantity;
  readonly total: Compared;
  /** All quantities that both sides measured, `quantity` among them. */
  readonly totals: readonly (Compared & { readonly quantity: Quantity })[];
  /** The same as the profiles have them, where `totals` are divided or scaled; else null. */
  readonly measured: readonly (BothSides & { readonly quantity: Quantity })[] | null;
  /** Largest first. */
  readonly falls: readonly ComparedFunction[];
  readonly rises: readonly ComparedFunction[];
  /** What percentages of all refer to, with a name for after `% of`, such as `all before`. */
  readonly percentOf: { readonly name: string; readonly total: number };
  /** Of the intervals; null where the draws are not known. */
  readonly level: number | null;
  /** Why they are not known; '' where they are. */
  readonly unknownReason: string;
  /** Through what all stacks lead that are looked at; null where all are. */
  readonly focus: string | null;
  /** By what values after were multiplied to have both sides' totals equal; null where they were not. */
  readonly normalisedBy: string | null;
  /** What is told apart, such as `function`. */
  readonly granularity: string;
  readonly hazards: ReportDocument['hazards'];
  readonly method: ReportDocument['method'];
}

/** What changed, and how sure that is, in words that can be quoted. */
export function comparisonReport(input: ReportInput): ReportDocument {
  const { falls, rises, granularity, measured, totals, level } = input;
  return {
    headline: headline(input),
    paragraphs: [...wholeParagraph(input), ...changesParagraph(input), [noiseSentence(input)]],
    tables: [
      totalsTable(input),
      ...(measured === null ? [] : [measuredTable(measured)]),
      functionsTable(input, falls, 'Largest falls', `No ${granularity} fell.`),
      functionsTable(input, rises, 'Largest rises', `No ${granularity} rose.`),
    ],
    evidence: null,
    hazards: input.hazards,
    noHazards: 'Nothing was found that speaks against comparing these profiles.',
    method: input.method,
    terms: reportTerms({
      sampleTypes: totals.map(({ quantity }) => quantity.sampleType),
      granularity,
      isComparison: true,
      level,
    }),
  };
}

function headline({ quantity, total, level, normalisedBy, focus }: ReportInput): Phrase[] {
  const sentence =
    normalisedBy === null
      ? totalSentence(quantity, total, verdictAt(total, level))
      : `${quantityTitle(quantity)}, both sides scaled to the same total: only shares are compared.`;
  return focus === null
    ? [sentence]
    : ['On the stacks through ', { code: focus }, `: ${lowerFirst(sentence)}`];
}

/** What sampling leaves open of the total. */
function wholeParagraph({ total, level, normalisedBy }: ReportInput): Phrase[][] {
  if (normalisedBy !== null) {
    return [[`Values after are multiplied by ${normalisedBy}, so that both totals are equal.`]];
  }
  const { evidence } = total;
  if (evidence === null || level === null || verdictAt(total, level) === 'unknown') return [];
  if (verdictAt(total, level) === 'exact') return [];
  const words = relativeWords(evidence.relative);
  return [[`The ${levelWords(level)} interval of that change is ${words} of before.`]];
}

/** How many of the largest falls are named in the text. */
const NAMED = 3;

function changesParagraph(input: ReportInput): Phrase[][] {
  const falls = named(input, input.falls, 'fall');
  const rises = named(input, input.rises, 'rise');
  return [falls, rises].filter((sentence) => sentence.length > 0);
}

/** The largest falls or rises that are more than noise; all of them where noise is not known. */
function named(
  { level, quantity, granularity }: ReportInput,
  changes: readonly ComparedFunction[],
  noun: 'fall' | 'rise',
): Phrase[] {
  if (changes.length === 0) return [];
  const sure = changes.filter((change) => {
    const verdict = verdictAt(change, level);
    return level === null || verdict === 'real' || verdict === 'exact';
  });
  if (sure.length === 0)
    return [`None of the largest ${noun}s is known to be more than sampling noise.`];
  const shown = sure.slice(0, NAMED);
  const beyond = level === null ? '' : ' beyond sampling noise';
  const words = shown.length === 1 ? `The largest ${noun}` : `The ${shown.length} largest ${noun}s`;
  const list = shown.flatMap((change, at): Phrase[] => [
    at === 0 ? '' : '; ',
    { code: change.shortName },
    ` ${functionInBrief(quantity, change)}`,
  ]);
  const title = lowerFirst(quantityTitle(quantity));
  return [`${words}${beyond}, by a ${granularity}’s own (flat) ${title}: `, ...list, '.'];
}

function noiseSentence({ level, unknownReason }: ReportInput): string {
  if (level === null) return `How far sampling noise reaches is not known. ${unknownReason}`.trim();
  const rate = levelWords(1 - level);
  return `“Real” means beyond sampling noise: of the changes called so, at most ${rate} are expected to be noise. ${WORKLOAD_NOTE}`;
}

function totalsTable({ totals, level }: ReportInput): ReportTable {
  return {
    title: 'Totals',
    note:
      level === null
        ? 'Percentages are of before.'
        : `Percentages are of before. Ranges are ${levelWords(level)} intervals.`,
    headings: ['quantity', 'before', 'after', 'change', '% of before', 'ratio', 'confidence'],
    rows: totals.map(({ quantity, before, after, evidence }) => {
      const verdict = verdictAt({ evidence }, level);
      const change = after - before;
      const isKnown = evidence !== null && verdict !== 'exact' && verdict !== 'unknown';
      const note = (words: string) => (isKnown ? { note: words } : {});
      return [
        { text: [quantityTitle(quantity)] },
        {
          text: [shownValue(before, quantity)],
          ...note(isKnown ? intervalWords(evidence.before, quantity) : ''),
        },
        {
          text: [shownValue(after, quantity)],
          ...note(isKnown ? intervalWords(evidence.after, quantity) : ''),
        },
        { text: [shownChange(change, quantity)], ...toneOf(change, verdict) },
        {
          text: [formatChange(before, after)],
          ...toneOf(change, verdict),
          ...note(isKnown ? relativeWords(evidence.relative) : ''),
        },
        { text: [formatRatio(before, after)] },
        verdictCell(verdict),
      ];
    }),
    empty: 'Both sides measured nothing in common.',
  };
}

/** What the profiles say, before anything is divided. */
function measuredTable(measured: NonNullable<ReportInput['measured']>): ReportTable {
  return {
    title: 'Totals as measured',
    note: 'Neither divided nor scaled: how much work each side did counts as well. Percentages are of before.',
    headings: ['quantity', 'before', 'after', 'change', '% of before', 'ratio'],
    rows: measured.map(({ quantity, before, after }) => [
      { text: [quantityTitle(quantity)] },
      { text: [shownValue(before, quantity)] },
      { text: [shownValue(after, quantity)] },
      { text: [shownChange(after - before, quantity)] },
      { text: [formatChange(before, after)] },
      { text: [formatRatio(before, after)] },
    ]),
    empty: 'Both sides measured nothing in common.',
  };
}

function functionsTable(
  { quantity, level, percentOf, granularity }: ReportInput,
  changes: readonly ComparedFunction[],
  title: string,
  empty: string,
): ReportTable {
  return {
    title,
    note: `By the ${granularity}’s own (flat) value: ${quantityTitle(quantity)}.`,
    headings: [
      granularity,
      'before',
      'after',
      'change',
      '% of its own before',
      `% of ${percentOf.name}`,
      'confidence',
    ],
    rows: changes.map(({ name, shortName, before, after, evidence }) => {
      const verdict = verdictAt({ evidence }, level);
      const change = after - before;
      const tone = toneOf(change, verdict);
      return [
        {
          text: [{ code: shortName }],
          fullName: name,
          title: `${name}: ${functionWords(quantity, { before, after }, verdict)}`,
        },
        { text: [shownValue(before, quantity)] },
        { text: [shownValue(after, quantity)] },
        { text: [shownChange(change, quantity)], ...tone },
        { text: [formatChange(before, after)], ...tone },
        { text: [shownShare(change, percentOf.total)] },
        verdictCell(verdict),
      ];
    }),
    empty,
  };
}

const verdictAt = ({ evidence }: Pick<Compared, 'evidence'>, level: number | null): Verdict =>
  level === null ? 'unknown' : verdictOf(evidence, level);

function verdictCell(verdict: Verdict): ReportCell {
  const text = [verdictWord[verdict]];
  return verdict === 'real' || verdict === 'exact' ? { text } : { text, tone: 'doubtful' };
}

/** A change that may be noise has no direction. */
function toneOf(change: number, verdict: Verdict): Pick<ReportCell, 'tone'> {
  if (change === 0) return {};
  if (verdict === 'noise' || verdict === 'tooFew') return { tone: 'doubtful' };
  return { tone: change < 0 ? 'fall' : 'rise' };
}
