import type { ProfileSummary } from '../../../../bridge/engine-api.ts';
import type { LoadReportsOfSides } from '../../../../bridge/load-api.ts';
import type { Divisors } from '../../../../bridge/screen-state.ts';
import { formatInteger } from '../../../../core/units/integer.ts';
import { parseDivisor } from '../../../../core/units/parse-count.ts';

/** Divisors as they are being typed. */
export interface DivisorDraft {
  readonly word: string;
  readonly before: string;
  readonly after: string;
}

/** What may be counted, to choose from. */
export const WORDS: readonly string[] = ['request', 'operation', 'second', 'GC cycle'];

/** The draft to begin with: what was typed in last, or the requests that a side was captured with. */
export function draftOf(
  divisors: Divisors | null,
  counts: { readonly before: number | null; readonly after: number | null },
): DivisorDraft {
  const { word, before, after } = divisors ?? { word: 'request', ...counts };
  const text = (value: number | null) => (value === null ? '' : formatDivisor(value));
  return { word, before: text(before), after: text(after) };
}

/** The divisors that were typed, or for each field what is wrong with it; '' for one that is well. */
export function readDraft({
  word,
  before,
  after,
}: DivisorDraft):
  | Divisors
  | { readonly errors: { readonly before: string; readonly after: string } } {
  const [one, other] = [parseDivisor(before), parseDivisor(after)];
  if (typeof one === 'number' && typeof other === 'number') {
    return { word: word.trim(), before: one, after: other };
  }
  const errorOf = (read: typeof one) => (typeof read === 'number' ? '' : read.error);
  return { errors: { before: errorOf(one), after: errorOf(other) } };
}

/** The draft that divides by the time each profile covers; null where one does not say. */
export function draftOfDurations(
  before: Pick<ProfileSummary, 'durationNanos'>,
  after: Pick<ProfileSummary, 'durationNanos'>,
): DivisorDraft | null {
  const [one, other] = [before.durationNanos ?? 0, after.durationNanos ?? 0];
  if (one <= 0 || other <= 0) return null;
  return { word: 'second', before: formatDivisor(one / 1e9), after: formatDivisor(other / 1e9) };
}

/** The draft that divides by the collections that each profile tells; null where one does not, or had none. */
export function draftOfCollections(
  before: Pick<ProfileSummary, 'memStats'>,
  after: Pick<ProfileSummary, 'memStats'>,
): DivisorDraft | null {
  const [one, other] = [before.memStats?.numGC ?? 0, after.memStats?.numGC ?? 0];
  if (one <= 0 || other <= 0) return null;
  return { word: 'GC cycle', before: formatDivisor(one), after: formatDivisor(other) };
}

/** The draft that divides by the requests that load generators report of each side; null where one has none. */
export function draftOfRequests({
  requests: { before, after },
}: Pick<LoadReportsOfSides, 'requests'>): DivisorDraft | null {
  if (before === null || after === null) return null;
  return { word: 'request', before: formatDivisor(before), after: formatDivisor(after) };
}

/** A divisor in few digits, for the sentence: `80,000`, `10.145`. */
export const shortDivisor = (value: number): string =>
  formatDivisor(Number.isInteger(value) ? value : Number(value.toPrecision(5)));

/** A divisor with its digits: `80,000`, `30.015`. */
function formatDivisor(value: number): string {
  if (Number.isInteger(value)) return value < 1e15 ? formatInteger(value) : String(value);
  const [whole, fraction] = value.toFixed(9).replace(/0+$/, '').split('.');
  // Below a billionth nothing is left of it so.
  if (Number(whole) === 0 && (fraction ?? '') === '') return String(value);
  return `${formatInteger(Number(whole))}.${fraction}`;
}
