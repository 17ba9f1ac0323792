import {
  type Evidence,
  levelWords,
  mayBeClaimed,
  relativeWords,
  verdictOf,
  verdictWords,
} from '../../../core/text/comparison/evidence.ts';
import {
  type Quantity,
  quantityTitle,
  shownInFull,
  shownValue,
} from '../../../core/text/comparison/quantity-words.ts';
import { formatInteger } from '../../../core/units/integer.ts';
import type { ResultFigure } from './result-figure.ts';

/** What profiles say of a quantity, as it is shown; of one profile `before` is NaN. */
export interface ProfileTotal {
  readonly quantity: Quantity;
  readonly before: number;
  readonly after: number;
  /** What is known of sampling; null for nothing. */
  readonly evidence: Evidence | null;
}

/** What the totals of profiles may be divided by, from reports of load; null where those do not tell. */
export interface Requests {
  readonly before: number | null;
  readonly after: number | null;
  readonly source: string;
}

const QUANTITIES: readonly string[] = ['alloc_objects', 'alloc_space'];

/**
 * Allocations and bytes allocated: per what the view divides by, else per request where reports of load tell how
 * many there were and both sides are not scaled to one total, else as measured.
 */
export function profileResults(
  totals: readonly ProfileTotal[],
  requests: Requests,
  { level, source, isComparison, isNormalised, focus }: ProfileSource,
): ResultFigure[] {
  const looks = [
    ...(focus === null ? [] : [`stacks through ${focus}`]),
    ...(isNormalised ? ['values after scaled to the total before'] : []),
  ];
  return totals
    .filter(({ quantity }) => QUANTITIES.includes(quantity.sampleType.type))
    .map((total) => {
      const { quantity, before, after, divisors } = isNormalised
        ? { ...total, divisors: '' }
        : perRequest(total, requests, isComparison);
      const verdict = level === null ? 'unknown' : verdictOf(total.evidence, level);
      const interval =
        total.evidence === null || level === null || divisors !== ''
          ? ''
          : ` (${levelWords(level)}: ${relativeWords(total.evidence.relative)})`;
      return {
        label: quantityTitle(quantity),
        before,
        after,
        write: (value) =>
          isComparison ? shownValue(value, quantity) : shownInFull(value, quantity),
        lessIsBetter: true,
        grounds: `${verdictWords[verdict]}${interval}`,
        isDoubtful: !mayBeClaimed(verdict),
        source: [source, ...looks].join(', ') + divisors,
      };
    });
}

/** Where the totals come from. */
export interface ProfileSource {
  /** Of the intervals; null where the draws are not known. */
  readonly level: number | null;
  /** The profiles, by name. */
  readonly source: string;
  readonly isComparison: boolean;
  /** Through what all stacks lead that are looked at; null where all are. */
  readonly focus: string | null;
  /** Whether values after were multiplied to have both sides' totals equal. */
  readonly isNormalised: boolean;
}

/** The same of what the runtime counted since the start, of all stacks: exact. */
export function countedResults(
  totals: readonly ProfileTotal[],
  requests: Requests,
  { source, isComparison }: Pick<ProfileSource, 'source' | 'isComparison'>,
): ResultFigure[] {
  return totals.map((total) => {
    const { quantity, before, after, divisors } = perRequest(total, requests, isComparison);
    return {
      label: `${quantityTitle(quantity)}, counted`,
      before,
      after,
      write: (value) => (isComparison ? shownValue(value, quantity) : shownInFull(value, quantity)),
      lessIsBetter: true,
      grounds: 'counted, not sampled',
      isDoubtful: false,
      source: `${source}, runtime.MemStats${divisors}`,
    };
  });
}

function perRequest(
  { quantity, before, after }: ProfileTotal,
  requests: Requests,
  isComparison: boolean,
): Pick<ProfileTotal, 'quantity' | 'before' | 'after'> & { readonly divisors: string } {
  const isKnown = requests.after !== null && (!isComparison || requests.before !== null);
  if (quantity.per !== null || !isKnown) return { quantity, before, after, divisors: '' };
  const [was, is] = [requests.before ?? Number.NaN, requests.after ?? Number.NaN];
  const counts = isComparison
    ? `${formatInteger(was)} and ${formatInteger(is)} requests`
    : `${formatInteger(is)} requests`;
  return {
    quantity: { ...quantity, per: 'request' },
    before: before / was,
    after: after / is,
    divisors: `, divided by the ${counts} of ${requests.source}`,
  };
}
