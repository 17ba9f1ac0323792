import { useId } from 'react';
import type { ConfidenceColumns, SampleTypePair } from '../../../../bridge/comparison-api.ts';
import { formatChange } from '../../../../core/units/change.ts';
import { formatExactQuantity, formatValue } from '../../../../core/units/quantity.ts';
import { describeSampleType } from '../../../../core/units/sample-type-words.ts';
import type { CountedTotals } from '../../../../words/counted-totals.ts';
import { MeasureChoice } from '../../measures/measure-choice.tsx';
import { changeOfWhole } from './change-of-whole.ts';

const COUNTED_NOTE =
  'Counted by Go’s runtime since the start, not sampled (runtime.MemStats). It counts small objects one by one that share a block of 16 bytes, of which the profile sees the block.';

/** A quantity that both sides measured: what it was, what it is, by how much, and how sure that is. */
export function ComparedCard({
  quantity,
  totals,
  basis,
  isSameTotal,
  isJudged,
  confidence,
  counted,
  isChosen,
  onChoose,
}: {
  readonly quantity: SampleTypePair;
  /** As they are shown: divided, or scaled; null while they are not known. */
  readonly totals: { readonly before: number; readonly after: number } | null;
  /** What they are per, and of: `per request`, `in focus`; none for all samples as measured. */
  readonly basis: readonly string[];
  /** Whether the totals were made the same. */
  readonly isSameTotal: boolean;
  /** Whether a change may be called better or worse. */
  readonly isJudged: boolean;
  /** Of the whole; null while it is not known. */
  readonly confidence: ConfidenceColumns | null;
  /** What the runtime counted of it, as it is shown; null where that is not known, or not comparable. */
  readonly counted: CountedTotals | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const changeId = useId();
  const known = totals && changeOfWhole(quantity.type, totals, confidence);
  const asOf = quantity.type.startsWith('inuse_') ? 'at the last collection' : '';
  const sides = totals === null ? [] : [totals.before, totals.after];
  const exact = sides.map((value) => formatExactQuantity(value, quantity)).join(' → ');
  const { sentence } = describeSampleType(quantity);
  const total = (value: number | undefined) =>
    value === undefined ? '…' : formatValue(value, quantity.unit);
  return (
    <MeasureChoice
      sampleType={quantity}
      isChosen={isChosen}
      onChoose={onChoose}
      describedBy={changeId}
    >
      <span
        className="measure-total compared-totals"
        title={`${exact === '' ? '' : `${exact}. `}${sentence}`}
      >
        <span className="visually-hidden">before </span>
        <span className="compared-before">{total(totals?.before)}</span>
        <span className="compared-arrow" aria-hidden="true">
          →
        </span>
        <span className="visually-hidden"> after </span>
        <strong>{total(totals?.after)}</strong>
      </span>
      <span id={changeId} className="compared-change" title={known?.note || undefined}>
        {known !== null && (
          <>
            <b data-judgement={isJudged ? known.judgement : 'neutral'}>
              {isSameTotal ? 'scaled' : known.change}
            </b>
            {basis.map((words) => ` ${words}`)}
            {asOf !== '' && <span className="compared-as-of"> {asOf}</span>}
            {known.certainty !== '' && ` · ${known.certainty}`}
          </>
        )}
        {counted !== null && (
          <span className="compared-counted" title={COUNTED_NOTE}>
            counted {formatValue(counted.before, quantity.unit)} →{' '}
            {formatValue(counted.after, quantity.unit)}
            {', '}
            <b>{formatChange(counted.before, counted.after)}</b>
          </span>
        )}
      </span>
    </MeasureChoice>
  );
}
