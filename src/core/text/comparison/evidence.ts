import type { RowConfidence } from '../../analysis/comparison/confidence.ts';
import { formatSigned } from '../../units/change.ts';
import { formatInteger } from '../../units/integer.ts';
import { formatShare } from '../../units/share.ts';
import { notANumber } from '../../units/signs.ts';
import { type Quantity, shownValue } from './quantity-words.ts';

/** What is known of a row beyond its values: a row of the confidence columns. */
export interface Evidence {
  readonly before: SideEvidence;
  readonly after: SideEvidence;
  /** Interval of after - before. */
  readonly change: Interval;
  /** Interval of after / before - 1. */
  readonly relative: Interval;
  /** After control of the false discovery rate. */
  readonly qValue: number;
  readonly isTooFew: boolean;
}

/** Both ends in shown units. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A side's interval, and how many objects were really drawn. */
interface SideEvidence extends Interval {
  readonly drawn: number;
}

interface Columns extends RowConfidence {
  readonly drawnBefore: Float64Array;
  readonly drawnAfter: Float64Array;
}

/** The evidence that stands in a row. */
export function evidenceAt(columns: Columns, row: number): Evidence {
  const at = (column: Float64Array) => column[row] ?? Number.NaN;
  return {
    before: {
      low: at(columns.beforeLow),
      high: at(columns.beforeHigh),
      drawn: at(columns.drawnBefore),
    },
    after: {
      low: at(columns.afterLow),
      high: at(columns.afterHigh),
      drawn: at(columns.drawnAfter),
    },
    change: { low: at(columns.deltaLow), high: at(columns.deltaHigh) },
    relative: { low: at(columns.ratioLow), high: at(columns.ratioHigh) },
    qValue: at(columns.qValue),
    isTooFew: columns.isTooFew[row] === 1,
  };
}

/**
 * What the evidence allows to be said of a change: `real` beyond sampling noise, `noise` within it,
 * `exact` where everything was counted, `tooFew` where there are too few draws to tell, `unknown` where
 * nothing was drawn or draws are not known.
 */
export type Verdict = 'real' | 'noise' | 'exact' | 'tooFew' | 'unknown';

/** The verdict at a level such as 0.95: changes called real are wrong at a rate of at most 1 - level. */
export function verdictOf(evidence: Evidence | null, level: number): Verdict {
  if (evidence === null) return 'unknown';
  const { before, after, isTooFew, qValue } = evidence;
  if (before.low === before.high && after.low === after.high) return 'exact';
  if (before.drawn + after.drawn === 0 || Number.isNaN(before.low)) return 'unknown';
  if (isTooFew) return 'tooFew';
  return qValue < 1 - level ? 'real' : 'noise';
}

/** Whether a change may be called one: sampling does not explain it, or nothing is known of sampling. */
export function mayBeClaimed(verdict: Verdict): boolean {
  return verdict !== 'noise' && verdict !== 'tooFew';
}

/** A verdict in a word, for a cell. */
export const verdictWord: Readonly<Record<Verdict, string>> = {
  real: 'real',
  noise: 'noise',
  exact: 'exact',
  tooFew: 'too few',
  unknown: notANumber,
};

/** A verdict for after a semicolon. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  real: 'beyond sampling noise',
  noise: 'within sampling noise',
  exact: 'exact',
  tooFew: 'too few samples to tell',
  unknown: 'sampling noise not known',
};

/** A verdict as a sentence to begin with. */
export const verdictSentence: Readonly<Record<Verdict, string>> = {
  real: 'A real change.',
  noise: 'Within sampling noise.',
  exact: 'Counted, not sampled.',
  tooFew: 'Too few samples to tell.',
  unknown: 'Not known.',
};

/** What a verdict rests on: `98 → 12 raw samples; p < 0.001 after correction.` */
export function evidenceSentence(evidence: Evidence, verdict: Verdict): string {
  const draws = `${formatInteger(evidence.before.drawn)} → ${formatInteger(evidence.after.drawn)} raw samples`;
  switch (verdict) {
    case 'real':
      return `${draws}; ${pWords(evidence.qValue)} after correction.`;
    case 'noise':
      return `${draws}; ${pWords(evidence.qValue)} after correction: sampling alone may make such a difference.`;
    case 'tooFew':
      return `${draws}: not even all of them on one side would tell a change from sampling noise.`;
    case 'exact':
      return 'Sampling leaves nothing open: the values are what was counted.';
    case 'unknown':
      return 'Nothing of it was drawn on either side.';
  }
}

/** `p < 0.001`, `p = 0.012`, `p = 0.32`. */
export function pWords(p: number): string {
  if (Number.isNaN(p)) return `p = ${notANumber}`;
  if (p < 0.001) return 'p < 0.001';
  return `p = ${p < 0.1 ? p.toFixed(3) : p.toFixed(2)}`;
}

/** `33.4 – 47.9`; a single value where both ends are the same, a dash where they are not known. */
export function intervalWords({ low, high }: Interval, quantity: Quantity): string {
  if (Number.isNaN(low + high) && low !== Number.NEGATIVE_INFINITY) return notANumber;
  const [from, to] = [shownValue(low, quantity), shownValue(high, quantity)];
  return from === to ? from : `${from} – ${to}`;
}

/** The interval of a relative change: `−70.1% to −66.5%`. */
export function relativeWords({ low, high }: Interval): string {
  const percent = (ratio: number) =>
    ratio === Number.POSITIVE_INFINITY
      ? '+∞'
      : formatSigned(ratio, (value) => formatShare(value, 1));
  if (Number.isNaN(low) || Number.isNaN(high)) return notANumber;
  const [from, to] = [percent(low), percent(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** `95%`. */
export const levelWords = (level: number): string => `${Math.round(level * 100)}%`;

/** What no statistics of one pair of captures can say. */
export const WORKLOAD_NOTE =
  'This is about sampling alone. How much the work itself varies from run to run is not covered: only repeated captures tell.';
