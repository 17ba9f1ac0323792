import { useId } from 'react';
import type { ConfidenceColumns, SampleTypePair } from '../../../../bridge/comparison-api.ts';
import { formatExactQuantity, formatValue } from '../../../../core/units/quantity.ts';
import { describeSampleType } from '../../../../core/units/sample-type-words.ts';
import { MeasureChoice } from '../../measures/measure-choice.tsx';
import { changeOfWhole } from './change-of-whole.ts';

/** A quantity that both sides measured: what it was, what it is, by how much, and how sure that is. */
export function ComparedCard({
  quantity,
  totals,
  basis,
  isSameTotal,
  isJudged,
  confidence,
  isChosen,
  onChoose,
}: {
  readonly quantity: SampleTypePair;
  /** As they are shown: divided, or scaled. */
  readonly totals: { readonly before: number; readonly after: number };
  /** What they are per, such as `per request`; '' for values as measured. */
  readonly basis: string;
  /** Whether the totals were made the same. */
  readonly isSameTotal: boolean;
  /** Whether a change may be called better or worse. */
  readonly isJudged: boolean;
  /** Of the whole; null while it is not known. */
  readonly confidence: ConfidenceColumns | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const changeId = useId();
  const { before, after } = totals;
  const { change, certainty, judgement, note } = changeOfWhole(quantity.type, totals, confidence);
  const asOf = quantity.type.startsWith('inuse_') ? 'at the last collection' : '';
  const exact = [before, after].map((value) => formatExactQuantity(value, quantity)).join(' → ');
  const { sentence } = describeSampleType(quantity);
  return (
    <MeasureChoice
      sampleType={quantity}
      isChosen={isChosen}
      onChoose={onChoose}
      describedBy={changeId}
    >
      <span className="measure-total compared-totals" title={`${exact}. ${sentence}`}>
        <span className="visually-hidden">before </span>
        <span className="compared-before">{formatValue(before, quantity.unit)}</span>
        <span className="compared-arrow" aria-hidden="true">
          →
        </span>
        <span className="visually-hidden"> after </span>
        <strong>{formatValue(after, quantity.unit)}</strong>
      </span>
      <span id={changeId} className="compared-change" title={note || undefined}>
        <b data-judgement={isJudged ? judgement : 'neutral'}>{isSameTotal ? 'scaled' : change}</b>
        {[basis, asOf, certainty]
          .filter((text) => text !== '')
          .map((text) => (
            <span key={text}> {text === basis || text === asOf ? text : `· ${text}`}</span>
          ))}
      </span>
    </MeasureChoice>
  );
}
