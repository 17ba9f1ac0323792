import type { ValueType } from '../../profile/profile.ts';
import { formatSigned } from '../../units/change.ts';
import { formatQuantity, formatValue } from '../../units/quantity.ts';
import { describeSampleType } from '../../units/sample-type-words.ts';
import { formatShare } from '../../units/share.ts';
import { visibleText } from '../visible-text.ts';

/** What is compared, as it is shown. */
export interface Quantity {
  readonly sampleType: ValueType;
  /** What values are divided by one of, such as `request`; null where they are shown whole. */
  readonly per: string | null;
}

/** ` per request`, or nothing. */
export const perWords = ({ per }: Pick<Quantity, 'per'>): string =>
  per === null ? '' : ` per ${visibleText(per)}`;

/** `Objects allocated per request`. */
export const quantityTitle = (quantity: Quantity): string =>
  describeSampleType(quantity.sampleType).title + perWords(quantity);

/** A value of it for where a heading says what it is: `332`, `36.5 KiB`. */
export const shownValue = (value: number, { sampleType }: Quantity): string =>
  formatValue(value, sampleType.unit);

/** The same with what is counted: `332 objects per request`, `36.5 KiB per request`. */
export const shownInFull = (value: number, quantity: Quantity): string =>
  formatQuantity(value, quantity.sampleType) + perWords(quantity);

/** A difference of two of its values with the sign: `−227`, `+1.70 KiB`. */
export const shownChange = (change: number, quantity: Quantity): string =>
  formatSigned(change, (value) => shownValue(value, quantity));

/** A difference as a share of something larger, with the sign: `−10.6%`. */
export const shownShare = (change: number, whole: number): string =>
  formatSigned(change, (value) => formatShare(value, whole));

/** What percentages of a change may refer to. */
export type Denominator = 'before' | 'after' | 'net';

/** What percentages refer to, for after `% of`. */
export const denominatorName: Readonly<Record<Denominator, string>> = {
  before: 'before',
  after: 'after',
  net: 'net change',
};
