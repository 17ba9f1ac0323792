import { useId } from 'react';
import type { ValueType } from '../../../core/profile/profile.ts';
import { visibleText } from '../../../core/text/visible-text.ts';
import { formatExactQuantity, formatQuantity, formatValue } from '../../../core/units/quantity.ts';
import { describeSampleType } from '../../../core/units/sample-type-words.ts';

/** A sample type: its name, its total, what it means. */
export function MeasureCard({
  sampleType,
  total,
  isChosen,
  onChoose,
}: {
  readonly sampleType: ValueType;
  readonly total: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const sentenceId = useId();
  const { title, sentence } = describeSampleType(sampleType);
  const exact = formatExactQuantity(total, sampleType);
  return (
    <label className="measure">
      <input
        type="radio"
        name="sample-type"
        className="visually-hidden"
        value={sampleType.type}
        checked={isChosen}
        onChange={onChoose}
        aria-describedby={sentenceId}
      />
      <span className="measure-head">
        <span className="measure-title">{title}</span>
        <code>{visibleText(sampleType.type)}</code>
      </span>
      <span className="measure-total">
        <strong>{formatValue(total, sampleType.unit)}</strong>
        {exact !== formatQuantity(total, sampleType) && (
          <span className="measure-exact">{exact}</span>
        )}
      </span>
      <span id={sentenceId} className="measure-sentence">
        {sentence}
      </span>
    </label>
  );
}
