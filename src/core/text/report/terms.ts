import type { ValueType } from '../../profile/profile.ts';
import { describeSampleType } from '../../units/sample-type-words.ts';
import { levelWords, verdictWord } from '../comparison/evidence.ts';
import { visibleText } from '../visible-text.ts';
import type { ReportEntry } from './report-document.ts';

/** What the words and signs of a report mean, for who has never seen one. */
export function reportTerms(report: {
  /** Those of its totals. */
  readonly sampleTypes: readonly ValueType[];
  /** What is told apart, such as `function`. */
  readonly granularity: string;
  readonly isComparison: boolean;
  /** Of the intervals; null where there are none. */
  readonly level: number | null;
}): ReportEntry[] {
  const { sampleTypes, granularity, isComparison, level } = report;
  return [
    ...sampleTypes.map(quantityTerm),
    entry(
      'Flat and cum',
      `Flat is a ${granularity}’s own value. Cum (cumulative) is that together with all that it calls; a sample counts once, however often the ${granularity} is on its stack.`,
    ),
    ...(isComparison ? comparisonTerms(level) : []),
    ...(level === null ? [] : [intervalTerm(level)]),
    entry('k, M, G, T', 'Thousand, million, 10⁹ and 10¹².'),
    entry('KiB, MiB, GiB, TiB', '1,024 bytes, and 1,024 times as much each.'),
    {
      label: 'SHA-256',
      text: [
        'A fingerprint of a file’s bytes, by which the very same file is found again: ',
        { code: 'sha256sum FILE' },
        ' prints it.',
      ],
    },
  ];
}

const entry = (label: string, text: string): ReportEntry => ({ label, text: [text] });

function quantityTerm(sampleType: ValueType): ReportEntry {
  const { title, sentence } = describeSampleType(sampleType);
  const name = visibleText(sampleType.type);
  if (name === '' || name === title) return entry(title, sentence);
  return { label: title, text: [`${sentence} The profile calls it `, { code: name }, '.'] };
}

function comparisonTerms(level: number | null): ReportEntry[] {
  const ratio = entry('ratio', 'After as a multiple of before: ×0.320 is 0.32 times as much.');
  if (level === null) return [ratio];
  const rate = levelWords(1 - level);
  return [
    ratio,
    entry(
      verdictWord.real,
      `Beyond sampling noise: of the changes called so, at most ${rate} are expected to be noise.`,
    ),
    entry(verdictWord.noise, 'Sampling alone may make such a difference.'),
    entry(verdictWord.tooFew, 'So few samples that nothing could be told from them.'),
    entry(verdictWord.exact, 'Counted, not sampled.'),
    entry(verdictWord.unknown, 'Not known.'),
  ];
}

const intervalTerm = (level: number) =>
  entry(
    `${levelWords(level)} interval`,
    `A profile is a sample: not every allocation or moment was looked at. Of intervals such as these ${levelWords(level)} hold the true value.`,
  );
